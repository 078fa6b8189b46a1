import Formats

/// Where each page of the site is in a printed book.
struct PrintedPlaces {
  let baseURL: BaseURL?
  private var places: [String: (place: String, ids: [String: String])] = [:]

  init(_ book: Book) {
    baseURL = book.baseURL
    for (number, chapter) in book.chapters.enumerated() {
      places[chapter.page.path] = (PrintedBook.place(ofChapter: number), chapter.page.ids)
    }
    for (number, part) in book.parts.enumerated() {
      guard let opening = part.opening, places[opening.path] == nil else { continue }
      places[opening.path] = (PrintedBook.place(ofPart: number), opening.ids)
    }
  }

  /// Returns the address of a page, and of a place in it that is there.
  func address(of page: String, _ fragment: String) -> String? {
    places[page].map { place, ids in "#" + (ids[fragment] ?? place) }
  }
}
