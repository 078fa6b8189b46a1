package import Calendars
package import Formats
package import Theming

/// A selection of sheets as a book: its parts and chapters, and what its cover and its last page say.
package struct Book: Sendable {
  /// A part of a book.
  package struct Part: Sendable {
    /// What it is called; nil in a book of one part, and for sheets that are named one by one.
    package let title: String?
    /// The text before its chapters.
    package let opening: BookPage?
    /// The language of that text.
    package let language: String
    package let chapters: [Chapter]

    package init(title: String?, opening: BookPage?, language: String, chapters: [Chapter]) {
      self.title = title
      self.opening = opening
      self.language = language
      self.chapters = chapters
    }
  }

  /// A sheet in a book.
  package struct Chapter: Sendable {
    package let page: BookPage
    package let title: String
    package let language: String
    /// Who wrote it; the publisher when the sheet does not say.
    package let authors: [String]
    package let licence: Terms?
    /// Title, author, source and licence.
    package let creditsLine: String
    /// The words that it is found by in the index, beside its title.
    package let indexWords: [String]
    /// Its card to cut out.
    package let card: Card?

    package init(
      page: BookPage, title: String, language: String, authors: [String], licence: Terms?,
      creditsLine: String, indexWords: [String], card: Card?
    ) {
      self.page = page
      self.title = title
      self.language = language
      self.authors = authors
      self.licence = licence
      self.creditsLine = creditsLine
      self.indexWords = indexWords
      self.card = card
    }
  }

  /// A card to cut out, as the theme draws it.
  package struct Card: Sendable {
    package let face: BookPage
    package let back: BookPage

    /// Reads what the template of a card has written: the elements of the classes `face-recto` and
    /// `face-verso`.
    package init(_ markup: [UInt8], path: String, prefix: String) {
      face = BookPage(markup, path: path, prefix: prefix + "r", rootClass: "face-recto")
      back = BookPage(markup, path: path, prefix: prefix + "v", rootClass: "face-verso")
    }
  }

  /// A licence, and where its text is.
  package struct Terms: Sendable, Hashable {
    package let label: String
    package let url: String

    package init(label: String, url: String) {
      self.label = label
      self.url = url
    }
  }

  package let title: String
  /// The site that it comes from.
  package let siteTitle: String
  package let tagline: String?
  package let publisher: String
  package let language: String
  package let isRightToLeft: Bool
  /// The day of the book.
  package let date: CalendarDate
  /// The day, for readers.
  package let dateLabel: String
  package let baseURL: BaseURL?
  /// The terms of the collection.
  package let licence: Terms?
  package let parts: [Part]
  /// The words of its own pages.
  package let words: InterfaceWords
  /// How it looks.
  package let styleSheet: [UInt8]
  /// What that takes in addition on paper.
  package let paperStyleSheet: [UInt8]
  /// How its cards look.
  package let cardStyleSheet: [UInt8]
  /// Its cover: a drawing, and the same as a picture where one could be made.
  package let cover: Cover

  /// The cover of a book.
  package struct Cover: Sendable {
    package let svg: [UInt8]
    package let png: [UInt8]?

    package init(svg: [UInt8], png: [UInt8]?) {
      self.svg = svg
      self.png = png
    }
  }

  package init(
    title: String, siteTitle: String, tagline: String?, publisher: String, language: String,
    isRightToLeft: Bool, date: CalendarDate, dateLabel: String, baseURL: BaseURL?,
    licence: Terms?, parts: [Part], words: InterfaceWords, styleSheet: [UInt8],
    paperStyleSheet: [UInt8], cardStyleSheet: [UInt8], cover: Cover
  ) {
    self.title = title
    self.siteTitle = siteTitle
    self.tagline = tagline
    self.publisher = publisher
    self.language = language
    self.isRightToLeft = isRightToLeft
    self.date = date
    self.dateLabel = dateLabel
    self.baseURL = baseURL
    self.licence = licence
    self.parts = parts
    self.words = words
    self.styleSheet = styleSheet
    self.paperStyleSheet = paperStyleSheet
    self.cardStyleSheet = cardStyleSheet
    self.cover = cover
  }

  /// The chapters in their order.
  package var chapters: [Chapter] { parts.flatMap(\.chapters) }

  /// The same for the same chapters of the same site, whatever became of them since.
  var identifier: String {
    let source = baseURL?.text ?? siteTitle
    let pages = chapters.map(\.page.path).joined(separator: "\n")
    return NameUUID(name: source + "\n" + title + "\n" + pages).urn
  }

  /// Its language, then those of its texts, each once.
  var languages: [String] {
    let own = parts.flatMap { part in
      (part.title == nil && part.opening == nil ? [] : [part.language])
        + part.chapters.map(\.language)
    }
    var seen: Set<String> = []
    return ([language] + own).filter { seen.insert($0).inserted }
  }

  /// Every author, each once, in the order of the chapters.
  var authors: [String] {
    var seen: Set<String> = []
    return chapters.flatMap(\.authors).filter { seen.insert($0).inserted }
  }
}
