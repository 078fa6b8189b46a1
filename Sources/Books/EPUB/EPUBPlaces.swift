import Formats

/// Where each page of the site is in an EPUB file.
struct EPUBPlaces {
  let baseURL: BaseURL?
  private var names: [String: (name: String, ids: [String: String])] = [:]

  init(_ book: Book) {
    baseURL = book.baseURL
    for (number, chapter) in book.chapters.enumerated() {
      names[chapter.page.path] = (EPUBFile.name(ofChapter: number), chapter.page.ids)
    }
    for (number, part) in book.parts.enumerated() {
      guard let opening = part.opening, names[opening.path] == nil else {
        continue
      }
      names[opening.path] = (EPUBFile.name(ofPart: number), opening.ids)
    }
  }

  /// Returns the address of a page, and of a place in it that is there.
  func address(of page: String, _ fragment: String) -> String? {
    names[page].map { name, ids in name + (ids[fragment].map { "#" + $0 } ?? "") }
  }
}
