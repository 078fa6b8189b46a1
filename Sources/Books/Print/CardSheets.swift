import Theming

/// The cards of a book, four on a sheet of paper: their faces, then their backs in the order in which a
/// sheet that is turned over its long edge has them.
struct CardSheets {
  /// Who may run in the page: what fits the words into each card.
  static let nonce = "cartes"

  private let book: Book

  init(_ book: Book) { self.book = book }

  /// Returns the sheets.
  ///
  /// - Parameter write: Writes what the theme draws of a card: its face, then its back.
  func markup(_ write: (BookPage) -> [UInt8]) -> [UInt8] {
    let cards = book.chapters.filter { $0.card != nil }
    var markup: [UInt8] = []
    markup.append(markup: "<section class=\"cartes-titre\">\n")
    markup.append("h1 id=\"cartes\"", book.words.text("livre_cartes"))
    markup.append("p", book.words.text("livre_cartes_texte"))
    markup.append(markup: "</section>\n<div class=\"planches\">\n")
    for start in stride(from: 0, to: cards.count, by: 4) {
      let four = (0..<4).map { cards.indices.contains(start + $0) ? cards[start + $0] : nil }
      markup += sheet(four, [0, 1, 2, 3], face: "recto", write)
      markup += sheet(four, [1, 0, 3, 2], face: "verso", write)
    }
    markup.append(markup: "</div>\n<script nonce=\"\(Self.nonce)\">\(Self.fitting)</script>\n")
    return markup
  }

  private func sheet(
    _ cards: [Book.Chapter?], _ order: [Int], face: String, _ write: (BookPage) -> [UInt8]
  ) -> [UInt8] {
    var markup: [UInt8] = []
    markup.append(markup: "<div class=\"planche\">\n")
    for place in order {
      guard let chapter = cards[place], let card = chapter.card else {
        markup.append(markup: "<div class=\"face-vide\"></div>\n")
        continue
      }
      markup.append(markup: "<article class=\"face face-\(face)\">")
      markup.append(markup: "<header>")
      markup.append("p", face == "recto" ? book.siteTitle : book.words.text("cartes_deroule"))
      markup.append("p class=\"face-titre\"", chapter.title)
      markup.append(markup: "</header><div class=\"face-corps\">")
      markup += write(face == "recto" ? card.face : card.back)
      markup.append(markup: "</div></article>\n")
    }
    markup.append(markup: "</div>\n")
    return markup
  }

  /// Makes the letters of a card smaller until its words hold in it.
  private static let fitting = """
    for (const face of document.querySelectorAll(".face")) {
      const body = face.querySelector(".face-corps");
      const foot = body.querySelector(".jeu-pied");
      if (foot) face.append(foot);
      for (let size = 1; size > 0.5; size -= 0.04) {
        face.style.setProperty("--taille", size.toFixed(2));
        if (body.scrollHeight <= body.clientHeight + 1) break;
      }
    }
    """
}
