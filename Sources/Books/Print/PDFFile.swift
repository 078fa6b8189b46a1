import Calendars
import SiteFiles

/// Prints a book as PDF: tagged, in its language, with bookmarks, the number of each page, and what it says
/// of itself.
package struct PDFFile {
  /// The file.
  package let bytes: [UInt8]
  /// How many pages it has.
  package let pageCount: Int

  /// Prints a book twice: the first time to learn on which page each chapter is, which its contents and
  /// its index say.
  ///
  /// - Parameters:
  ///   - hasCards: Whether its cards to cut out follow.
  ///   - folder: A folder for the work, which nobody else uses.
  package init(
    of book: Book, hasCards: Bool, by chromium: Chromium, in folder: String,
    pictures: @escaping BookPictures.Source
  ) async throws {
    var files = try PrintedBook.files(
      of: book, hasCards: hasCards, numbers: nil, pictures: pictures)
    for (name, bytes) in files.pictures { try Self.write(bytes, to: folder + "/" + name) }
    let page = folder + "/livre.html"
    try Self.write(files.page, to: page)
    let draft = PDFPlaces(try await chromium.print(page, in: folder))
    guard let draft else { throw Self.unreadable }
    files = try PrintedBook.files(
      of: book, hasCards: hasCards, numbers: draft.pages, pictures: pictures)
    try Self.write(files.page, to: page)
    var printed = try await chromium.print(page, in: folder)
    guard let places = PDFPlaces(printed) else { throw Self.unreadable }
    pageCount = places.pageCount
    Self.setDates(of: &printed, to: book.date.description.filter(\.isNumber))
    guard let described = PDFDescription(book).added(to: printed) else { throw Self.unreadable }
    bytes = described
  }

  /// Writes the day of the book in the place of the moment of its printing, figure for figure.
  private static func setDates(of file: inout [UInt8], to day: String) {
    let moment = Array((day + "000000").utf8)
    for name in ["/CreationDate (D:", "/ModDate (D:"] {
      let mark = Array(name.utf8)
      // Skia writes what a file says of itself first.
      guard let place = file.prefix(4_096).firstRange(of: mark) else { continue }
      let start = place.upperBound
      guard file.count >= start + moment.count else { continue }
      file.replaceSubrange(start..<(start + moment.count), with: moment)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      if let slash = path.lastIndex(of: "/") { try DiskFile.makeFolder(String(path[..<slash])) }
      try DiskFile.write(bytes, to: path)
    } catch {
      throw EnvironmentFailure.unwritable(error)
    }
  }

  private static var unreadable: EnvironmentFailure {
    EnvironmentFailure(
      fr: "le PDF que Chromium a écrit n’est pas lisible ; installez une version plus récente",
      en: "the PDF that Chromium has written cannot be read; install a more recent version")
  }
}
