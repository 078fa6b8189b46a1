import Formats

/// The links of a chapter of an EPUB file.
struct EPUBLinks: BookLinks {
  let places: EPUBPlaces
  var pictures: BookPictures

  var baseURL: BaseURL? { places.baseURL }

  func address(ofPage path: String, fragment: String) -> String? {
    places.address(of: path, fragment)
  }

  mutating func picture(at path: String) -> String? { pictures.name(of: path) }
}
