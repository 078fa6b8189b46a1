import Formats
import TextEncoding
import Theming

/// Writes a book as one page of HTML, with its pictures beside it: what is printed, and what is read where
/// nothing prints.
package struct PrintedBook {
  /// The page, and the pictures that it shows, by their names.
  package struct Files: Sendable {
    package let page: [UInt8]
    package let pictures: [(name: String, bytes: [UInt8])]
  }

  /// On which page each place is, once that is known.
  typealias PageNumbers = [String: Int]

  private let book: Book
  private let hasCards: Bool
  private let folder: String
  private let numbers: PageNumbers?
  private var pictures: BookPictures
  private let places: PrintedPlaces
  private var body: [UInt8] = []
  /// Whether what is written is below the title of a part.
  private var isInPart = false

  /// Writes a book.
  ///
  /// - Parameters:
  ///   - hasCards: Whether its cards to cut out follow.
  ///   - folder: Where its pictures are, seen from the page, with a slash at its end.
  /// - Throws: What the source of pictures throws.
  package static func files(
    of book: Book, hasCards: Bool, folder: String = "images/",
    pictures: @escaping BookPictures.Source
  ) throws -> Files {
    try files(of: book, hasCards: hasCards, folder: folder, numbers: [:], pictures: pictures)
  }

  /// - Parameter numbers: On which page each place is; nil while that is not known.
  static func files(
    of book: Book, hasCards: Bool, folder: String = "images/", numbers: PageNumbers?,
    pictures: @escaping BookPictures.Source
  ) throws -> Files {
    var printed = PrintedBook(book, hasCards: hasCards, folder, numbers, pictures)
    printed.write()
    if let failure = printed.pictures.failure { throw failure }
    var shown: [(name: String, bytes: [UInt8])] = [
      (name: folder + "couverture.svg", bytes: book.cover.svg)
    ]
    for (name, picture) in printed.pictures.shown {
      shown.append((name: name, bytes: picture.bytes))
    }
    return Files(page: printed.page, pictures: shown)
  }

  private init(
    _ book: Book, hasCards: Bool, _ folder: String, _ numbers: PageNumbers?,
    _ source: @escaping BookPictures.Source
  ) {
    self.book = book
    self.hasCards = hasCards && book.chapters.contains { $0.card != nil }
    self.numbers = numbers
    pictures = BookPictures(in: folder, source)
    self.folder = folder
    places = PrintedPlaces(book)
  }

  /// The place of a chapter, by its number from 0.
  static func place(ofChapter number: Int) -> String { "fiche-\(number + 1)" }
  /// The place of a part, by its number from 0.
  static func place(ofPart number: Int) -> String { "partie-\(number + 1)" }

  private mutating func write() {
    writeCover()
    writeContents()
    var number = 0
    for (place, part) in book.parts.enumerated() {
      isInPart = part.title != nil
      write(openingOf: part, at: place)
      for chapter in part.chapters {
        write(chapter, at: number)
        number += 1
      }
    }
    writeIndex()
    writeCredits()
    if hasCards {
      let sheets = CardSheets(book).markup { page in
        var writer = ChapterWriter(
          page, headingShift: nil, links: PrintedLinks(places: places, pictures: pictures))
        writer.write()
        pictures = writer.links.pictures
        return writer.output
      }
      body += sheets
    }
  }

  private mutating func writeCover() {
    body.append(markup: "<section class=\"couverture\"><img src=\"")
    body.append(escaped: folder + "couverture.svg")
    body.append(markup: "\" alt=\"")
    body.append(
      escaped: book.words.text(
        "livre_couverture_de", ["titre": book.title, "site": book.siteTitle]))
    body.append(markup: "\"></section>\n")
  }

  private mutating func writeContents() {
    body.append(markup: "<nav class=\"livre-sommaire\" aria-labelledby=\"sommaire\">\n")
    body.append("h1 id=\"sommaire\"", book.words.text("livre_sommaire"))
    body.append(markup: "<ol>\n")
    var number = 0
    for (place, part) in book.parts.enumerated() {
      if let title = part.title ?? EPUBFile.foreword(of: part, in: book) {
        writeLine(Self.place(ofPart: place), title, part.language)
        if part.title != nil {
          body.append(markup: "<ol>\n")
        } else {
          body.append(markup: "</li>\n")
        }
      }
      for chapter in part.chapters {
        writeLine(Self.place(ofChapter: number), chapter.title, chapter.language)
        body.append(markup: "</li>\n")
        number += 1
      }
      if part.title != nil { body.append(markup: "</ol></li>\n") }
    }
    for (place, key) in [("index", "livre_index"), ("credits", "livre_credits")] {
      writeLine(place, book.words.text(key), book.language)
      body.append(markup: "</li>\n")
    }
    if hasCards {
      writeLine("cartes", book.words.text("livre_cartes"), book.language)
      body.append(markup: "</li>\n")
    }
    body.append(markup: "</ol>\n</nav>\n")
  }

  /// Starts a line of the contents, its page at its end.
  private mutating func writeLine(_ place: String, _ title: String, _ language: String) {
    body.append(markup: "<li><a href=\"#\(place)\"")
    if language != book.language {
      body.append(markup: " lang=\"")
      body.append(escaped: language)
      body.append(markup: "\"")
    }
    body.append(markup: "><span>")
    body.append(escaped: title)
    body.append(markup: "</span><b>\(number(of: place))</b></a>")
  }

  /// The page of a place; as many figures where it is not known yet, for lines to break alike.
  private func number(of place: String) -> String {
    guard let numbers else { return "000" }
    return numbers[place].map(String.init) ?? ""
  }

  private mutating func write(openingOf part: Book.Part, at place: Int) {
    guard let title = part.title ?? EPUBFile.foreword(of: part, in: book) else { return }
    body.append(markup: "<section class=\"partie\"")
    writeLanguage(part.language)
    body.append(markup: ">\n")
    body.append("h1 id=\"\(Self.place(ofPart: place))\"", title)
    if let opening = part.opening { write(opening) }
    body.append(markup: "</section>\n")
  }

  private mutating func write(_ chapter: Book.Chapter, at number: Int) {
    body.append(markup: "<section class=\"chapitre\" id=\"\(Self.place(ofChapter: number))\"")
    writeLanguage(chapter.language)
    body.append(markup: ">\n")
    if !chapter.page.hasTitle { body.append(isInPart ? "h2" : "h1", chapter.title) }
    write(chapter.page, endingWith: CreditsDocument.foot(of: chapter))
    body.append(markup: "</section>\n")
  }

  private mutating func writeLanguage(_ language: String) {
    guard language != book.language else { return }
    body.append(markup: " lang=\"")
    body.append(escaped: language)
    body.append(markup: "\"")
  }

  /// Writes the text of a page; below the title of a part, headings sink by a rank.
  private mutating func write(_ page: BookPage, endingWith foot: [UInt8] = []) {
    var writer = ChapterWriter(
      page, headingShift: isInPart ? 1 : 0, foot: foot,
      links: PrintedLinks(places: places, pictures: pictures))
    writer.write()
    body += writer.output
    pictures = writer.links.pictures
  }

  private mutating func writeIndex() {
    let chapters = book.chapters
    body.append(markup: "<section class=\"index\">\n")
    body.append("h1 id=\"index\"", book.words.text("livre_index"))
    body.append(markup: "<div class=\"index-colonnes\">\n")
    for (letter, entries) in BookIndex(book).letters {
      if !letter.isEmpty { body.append("h2", letter) }
      body.append(markup: "<ul>\n")
      for entry in entries {
        body.append(markup: "<li>")
        write(entry, chapters)
        body.append(markup: "</li>\n")
      }
      body.append(markup: "</ul>\n")
    }
    body.append(markup: "</div>\n</section>\n")
  }

  /// Writes a word and the pages that it leads to; on a screen, where there are no pages, the sheets.
  private mutating func write(_ entry: BookIndex.Entry, _ chapters: [Book.Chapter]) {
    if numbers?.isEmpty == true {
      IndexDocument.append(entry, chapters, to: &body) { "#" + Self.place(ofChapter: $0) }
      return
    }
    body.append(escaped: entry.word)
    for (rank, number) in entry.chapters.enumerated() {
      let place = Self.place(ofChapter: number)
      body.append(markup: (rank == 0 ? "\u{A0}" : ", ") + "<a href=\"#\(place)\" aria-label=\"")
      let page = self.number(of: place)
      body.append(escaped: chapters[number].title + ", " + page)
      body.append(markup: "\">\(page)</a>")
    }
  }

  private mutating func writeCredits() {
    body.append(markup: "<section class=\"credits\">\n")
    body.append("h1 id=\"credits\"", book.words.text("livre_credits"))
    CreditsDocument.appendText(of: book, to: &body) { "#" + Self.place(ofChapter: $0) }
    body.append(markup: "</section>\n")
  }

  /// The whole page.
  ///
  /// Nothing in it may run but what fits the cards, nor be asked of another origin.
  private var page: [UInt8] {
    let policy =
      "default-src 'none'; img-src file: data: 'self'; style-src 'unsafe-inline'; "
      + "script-src 'nonce-\(CardSheets.nonce)'"
    var page: [UInt8] = []
    page.append(markup: "<!DOCTYPE html>\n<html lang=\"")
    page.append(escaped: book.language)
    page.append(markup: book.isRightToLeft ? "\" dir=\"rtl\">\n<head>\n" : "\">\n<head>\n")
    page.append(markup: "<meta charset=\"utf-8\">\n")
    page.append(markup: "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n")
    page.append("title", book.title)
    page.append(markup: "<style>\n")
    page += book.styleSheet
    if hasCards { page += book.cardStyleSheet }
    page += book.paperStyleSheet
    page.append(markup: "</style>\n</head>\n<body>\n")
    page += body
    page.append(markup: "</body>\n</html>\n")
    return page
  }
}
