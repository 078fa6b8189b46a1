import Formats

/// The links of a chapter of a printed book.
struct PrintedLinks: BookLinks {
  let places: PrintedPlaces
  var pictures: BookPictures

  var baseURL: BaseURL? { places.baseURL }

  func address(ofPage path: String, fragment: String) -> String? {
    places.address(of: path, fragment)
  }

  mutating func picture(at path: String) -> String? { pictures.name(of: path) }
}
