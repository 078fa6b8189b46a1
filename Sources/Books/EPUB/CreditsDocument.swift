import Formats
import Theming

/// The last page of a book: who wrote each sheet, and under which terms it may be taken.
struct CreditsDocument {
  static let name = "credits.xhtml"

  let document: EPUBFile.Document

  init(_ book: Book) {
    let title = book.words.text("livre_credits")
    var body: [UInt8] = []
    body.append(markup: "<section epub:type=\"copyright-page\" class=\"credits\">\n")
    body.append("h1", title)
    Self.appendText(of: book, to: &body) { EPUBFile.name(ofChapter: $0) }
    body.append(markup: "</section>\n")
    document = EPUBFile.Document(
      name: Self.name, title: title,
      bytes: XHTMLPage(title: title, language: book.language, type: "backmatter", body: body)
        .bytes(book), language: book.language)
  }

  /// Appends what the page says, the same in every format.
  ///
  /// - Parameter address: Where a chapter is.
  static func appendText(
    of book: Book, to body: inout [UInt8], address: (Int) -> String
  ) {
    let words = book.words
    body.append("p", summary(of: book))
    if let base = book.baseURL {
      body.append(markup: "<p><a href=\"")
      body.append(escaped: base.text)
      body.append(markup: "\">")
      body.append(escaped: base.text)
      body.append(markup: "</a></p>\n")
    }
    if let licence = book.licence {
      body.append(markup: "<p>")
      body.append(escaped: words.text("livre_licence"))
      body.append(markup: " ")
      append(licence, to: &body)
      body.append(markup: ".</p>\n")
    }
    body.append(markup: "<ul>\n")
    for (number, chapter) in book.chapters.enumerated() {
      body.append(markup: "<li>")
      body.append(phrase: "a href=\"\(address(number))\"", chapter.title)
      let authors = chapter.authors.isEmpty ? [book.publisher] : chapter.authors
      body.append(escaped: ", " + authors.joined(separator: ", "))
      if let licence = chapter.licence {
        body.append(markup: ", ")
        append(licence, to: &body)
      }
      body.append(markup: "</li>\n")
    }
    body.append(markup: "</ul>\n")
  }

  /// What a book holds, of which site and day, and that it may be reused.
  static func summary(of book: Book) -> String {
    book.words.text(
      "livre_credits_texte", count: book.chapters.count,
      ["site": book.siteTitle, "date": book.dateLabel])
  }

  private static func append(_ terms: Book.Terms, to body: inout [UInt8]) {
    body.append(markup: "<a rel=\"license\" href=\"")
    body.append(escaped: terms.url)
    body.append(markup: "\">")
    body.append(escaped: terms.label)
    body.append(markup: "</a>")
  }

  /// Returns the line that credits a sheet, which ends its article.
  static func foot(of chapter: Book.Chapter) -> [UInt8] {
    var foot: [UInt8] = []
    guard !chapter.creditsLine.isEmpty else { return foot }
    foot.append(markup: "<footer class=\"livre-credit\">")
    foot.append(phrase: "p", chapter.creditsLine)
    foot.append(markup: "</footer>\n")
    return foot
  }
}
