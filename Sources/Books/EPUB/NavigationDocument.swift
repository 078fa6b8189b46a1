import Theming

/// The contents of an EPUB file, for readers and for their devices (EPUB 3.3, section 7).
struct NavigationDocument {
  static let name = "sommaire.xhtml"

  let document: EPUBFile.Document

  init(_ book: Book) {
    let words = book.words
    let title = words.text("livre_sommaire")
    var body: [UInt8] = []
    body.append(
      markup:
        "<nav epub:type=\"toc\" role=\"doc-toc\" id=\"sommaire\" aria-labelledby=\"titre-sommaire\">\n"
    )
    body.append("h1 id=\"titre-sommaire\"", title)
    body.append(markup: "<ol>\n")
    var number = 0
    func appendChapters(_ part: Book.Part) {
      for chapter in part.chapters {
        Self.append(EPUBFile.name(ofChapter: number), chapter.title, chapter.language, to: &body)
        body.append(markup: "</li>\n")
        number += 1
      }
    }
    for (place, part) in book.parts.enumerated() {
      if let title = part.title {
        Self.append(EPUBFile.name(ofPart: place), title, part.language, to: &body)
        if !part.chapters.isEmpty {
          body.append(markup: "\n<ol>\n")
          appendChapters(part)
          body.append(markup: "</ol>\n")
        }
        body.append(markup: "</li>\n")
      } else {
        if let title = EPUBFile.foreword(of: part, in: book) {
          Self.append(EPUBFile.name(ofPart: place), title, part.language, to: &body)
          body.append(markup: "</li>\n")
        }
        appendChapters(part)
      }
    }
    for (name, key) in [
      (IndexDocument.name, "livre_index"), (CreditsDocument.name, "livre_credits"),
    ] {
      Self.append(name, words.text(key), nil, to: &body)
      body.append(markup: "</li>\n")
    }
    body.append(markup: "</ol>\n</nav>\n")
    Self.appendLandmarks(book, to: &body)
    document = EPUBFile.Document(
      name: Self.name, title: title,
      bytes: XHTMLPage(title: title, language: book.language, type: "frontmatter", body: body)
        .bytes(book),
      properties: ["nav"], language: book.language)
  }

  private static func append(
    _ name: String, _ title: String, _ language: String?, to body: inout [UInt8]
  ) {
    body.append(markup: "<li><a href=\"\(name)\"")
    if let language {
      body.append(markup: " lang=\"")
      body.append(escaped: language)
      body.append(markup: "\" xml:lang=\"")
      body.append(escaped: language)
      body.append(markup: "\"")
    }
    body.append(markup: ">")
    body.append(escaped: title)
    body.append(markup: "</a>")
  }

  /// The places that a device offers by their names.
  private static func appendLandmarks(_ book: Book, to body: inout [UInt8]) {
    let words = book.words
    body.append(markup: "<nav epub:type=\"landmarks\" hidden=\"hidden\" aria-label=\"")
    body.append(escaped: words.text("livre_reperes"))
    body.append(markup: "\">\n<ol>\n")
    let start = book.parts.first?.title
    let first = start == nil ? EPUBFile.name(ofChapter: 0) : EPUBFile.name(ofPart: 0)
    for (type, name, title) in [
      ("cover", "couverture.xhtml", words.text("livre_couverture")),
      ("toc", Self.name, words.text("livre_sommaire")),
      ("bodymatter", first, words.text("livre_texte")),
      ("index", IndexDocument.name, words.text("livre_index")),
      ("copyright-page", CreditsDocument.name, words.text("livre_credits")),
    ] {
      body.append(markup: "<li><a epub:type=\"\(type)\" href=\"\(name)\">")
      body.append(escaped: title)
      body.append(markup: "</a></li>\n")
    }
    body.append(markup: "</ol>\n</nav>\n")
  }
}
