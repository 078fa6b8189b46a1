import Theming

/// The index of an EPUB file.
struct IndexDocument {
  static let name = "index.xhtml"

  let document: EPUBFile.Document

  init(_ book: Book) {
    let title = book.words.text("livre_index")
    let chapters = book.chapters
    var body: [UInt8] = []
    body.append(markup: "<section epub:type=\"index\" role=\"doc-index\" class=\"index\">\n")
    body.append("h1", title)
    for (letter, entries) in BookIndex(book).letters {
      if !letter.isEmpty { body.append("h2", letter) }
      body.append(markup: "<ul>\n")
      for entry in entries {
        body.append(markup: "<li>")
        Self.append(entry, chapters, to: &body) { EPUBFile.name(ofChapter: $0) }
        body.append(markup: "</li>\n")
      }
      body.append(markup: "</ul>\n")
    }
    body.append(markup: "</section>\n")
    document = EPUBFile.Document(
      name: Self.name, title: title,
      bytes: XHTMLPage(title: title, language: book.language, type: "backmatter", body: body)
        .bytes(book), language: book.language)
  }

  /// Appends an entry: a word that is a title leads to its sheet; another is followed by the sheets
  /// that it leads to.
  ///
  /// - Parameter address: Where a chapter is.
  static func append(
    _ entry: BookIndex.Entry, _ chapters: [Book.Chapter], to body: inout [UInt8],
    address: (Int) -> String
  ) {
    let links = entry.chapters.map { (address($0), chapters[$0].title) }
    if links.count == 1, links[0].1 == entry.word {
      body.append(phrase: "a href=\"\(links[0].0)\"", entry.word)
      return
    }
    body.append(escaped: entry.word)
    for (place, link) in links.enumerated() {
      body.append(markup: place == 0 ? "\u{A0}: " : ", ")
      body.append(phrase: "a href=\"\(link.0)\"", link.1)
    }
  }
}
