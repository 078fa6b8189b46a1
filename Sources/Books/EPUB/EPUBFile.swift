import Calendars
import Formats
import TextEncoding
import Theming

/// Writes a book as an EPUB 3 file: the same bytes for the same book.
///
/// Source: W3C, EPUB 3.3 and EPUB Accessibility 1.1; what `epubcheck` 4.2 of Debian takes as 3.2 too.
package struct EPUBFile {
  /// A document of the package.
  struct Document {
    let name: String
    let title: String
    var bytes: [UInt8]
    var properties: [String] = []
    var language: String
  }

  /// Returns the bytes of the file.
  ///
  /// - Throws: What prevents a picture from being had.
  package static func bytes(
    of book: Book, pictures source: @escaping BookPictures.Source
  ) throws -> [UInt8] {
    var file = EPUBFile(book, source)
    file.writeChapters()
    if let failure = file.pictures.failure { throw failure }
    return try file.zipped()
  }

  let book: Book
  private(set) var documents: [Document] = []
  private(set) var pictures: BookPictures
  private let links: EPUBPlaces

  private init(_ book: Book, _ source: @escaping BookPictures.Source) {
    self.book = book
    pictures = BookPictures(source)
    links = EPUBPlaces(book)
  }

  /// The name of the document of a chapter, by its number from 0.
  static func name(ofChapter number: Int) -> String { "fiche-\(number + 1).xhtml" }
  /// The name of the document of a part, by its number from 0.
  static func name(ofPart number: Int) -> String { "partie-\(number + 1).xhtml" }

  /// The name of the picture of the cover.
  var coverName: String { book.cover.png == nil ? "couverture.svg" : "couverture.png" }

  private mutating func writeChapters() {
    documents.append(coverPage)
    documents.append(NavigationDocument(book).document)
    var number = 0
    for (place, part) in book.parts.enumerated() {
      if let title = part.title ?? Self.foreword(of: part, in: book) {
        add(part, title, at: place)
      }
      for chapter in part.chapters {
        add(chapter, at: number)
        number += 1
      }
    }
    documents.append(IndexDocument(book).document)
    documents.append(CreditsDocument(book).document)
  }

  /// What the text before the chapters of a book of one part is called; nil without such a text.
  static func foreword(of part: Book.Part, in book: Book) -> String? {
    part.opening == nil ? nil : book.words.text("livre_avant_propos")
  }

  private var coverPage: Document {
    let alternative = book.words.text(
      "livre_couverture_de", ["titre": book.title, "site": book.siteTitle])
    var body: [UInt8] = []
    body.append(markup: "<section class=\"couverture\">")
    body.append(
      markup: "<img epub:type=\"cover\" role=\"doc-cover\" src=\"\(coverName)\" alt=\"")
    body.append(escaped: alternative)
    body.append(markup: "\"/></section>")
    let title = book.words.text("livre_couverture")
    return document("couverture.xhtml", title, body, type: "frontmatter")
  }

  private mutating func add(_ part: Book.Part, _ title: String, at place: Int) {
    var body: [UInt8] = []
    body.append(markup: "<section epub:type=\"part\" role=\"doc-part\" class=\"partie\">\n")
    body.append("h1", title)
    var properties: [String] = []
    if let opening = part.opening { properties = write(opening, into: &body) }
    body.append(markup: "</section>\n")
    documents.append(
      document(
        Self.name(ofPart: place), title, body, language: part.language, properties: properties))
  }

  private mutating func add(_ chapter: Book.Chapter, at number: Int) {
    var body: [UInt8] = []
    body.append(markup: "<section epub:type=\"chapter\" role=\"doc-chapter\">\n")
    if !chapter.page.hasTitle { body.append("h1", chapter.title) }
    let properties = write(
      chapter.page, endingWith: CreditsDocument.foot(of: chapter), into: &body)
    body.append(markup: "</section>\n")
    documents.append(
      document(
        Self.name(ofChapter: number), chapter.title, body, language: chapter.language,
        properties: properties))
  }

  /// Writes the text of a page; returns what the package must say of it.
  private mutating func write(
    _ page: BookPage, endingWith foot: [UInt8] = [], into body: inout [UInt8]
  ) -> [String] {
    var writer = ChapterWriter(
      page, foot: foot, links: EPUBLinks(places: links, pictures: pictures))
    writer.write()
    body += writer.output
    pictures = writer.links.pictures
    return (writer.hasDrawing ? ["svg"] : []) + (writer.hasFormula ? ["mathml"] : [])
  }

  /// Returns a document around a body.
  func document(
    _ name: String, _ title: String, _ body: [UInt8], type: String = "bodymatter",
    language: String? = nil, properties: [String] = []
  ) -> Document {
    let language = language ?? book.language
    return Document(
      name: name, title: title,
      bytes: XHTMLPage(title: title, language: language, type: type, body: body).bytes(book),
      properties: properties, language: language)
  }

  /// Puts everything into a file: its type first, as it is, which programs look for at byte 30.
  private func zipped() throws -> [UInt8] {
    var files: [(path: String, bytes: [UInt8])] = [
      ("META-INF/container.xml", Array(Self.container.utf8)),
      ("EPUB/livre.opf", PackageDocument(self).bytes),
      ("EPUB/livre.css", book.styleSheet),
      ("EPUB/" + coverName, book.cover.png ?? book.cover.svg),
    ]
    for document in documents {
      files.append((path: "EPUB/" + document.name, bytes: document.bytes))
    }
    for (name, picture) in pictures.shown {
      files.append((path: "EPUB/" + name, bytes: picture.bytes))
    }
    let archive = Bytes()
    var zip = ZipWriter(date: book.date) { archive.value += $0 }
    try zip.add("mimetype", Array("application/epub+zip".utf8), isStored: true)
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      try zip.add(file.path, file.bytes)
    }
    try zip.finish()
    return archive.value
  }

  /// Bytes that a closure appends to.
  private final class Bytes {
    var value: [UInt8] = []
  }

  private static let container = """
    <?xml version="1.0" encoding="UTF-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="EPUB/livre.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>

    """
}
