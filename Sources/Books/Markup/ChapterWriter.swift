import PageAudit
import TextEncoding

/// Writes the text of a page as XML that is HTML too (XHTML, HTML Living Standard, section 14).
struct ChapterWriter<Links: BookLinks> {
  /// What the chapter is written into.
  private(set) var output: [UInt8] = []
  /// Whether it holds a drawing, and a formula: a package says so.
  private(set) var hasDrawing = false
  private(set) var hasFormula = false
  private(set) var links: Links
  private let page: BookPage
  private let headingShift: Int?
  /// What follows the text of the page, within its article.
  private let foot: [UInt8]
  /// The elements that are open: the name of the end tag, if there is one, and where each ends.
  private var open: [(name: String?, element: MarkupElement)] = []
  private var nextText = 0

  /// - Parameters:
  ///   - headingShift: By how many ranks headings sink; nil where they are no headings of the book, as
  ///     those of a card.
  ///   - foot: Markup that ends the article, before the drawings that the theme puts after it: a drawing
  ///     that fills a page leaves what follows it alone on the next.
  init(_ page: BookPage, headingShift: Int? = 0, foot: [UInt8] = [], links: Links) {
    self.page = page
    self.headingShift = headingShift
    self.foot = foot
    self.links = links
  }

  /// Writes the whole text.
  mutating func write() {
    guard let first = page.roots.first else {
      output += foot
      return
    }
    write(first, endingWith: foot)
    for root in page.roots.dropFirst() { write(root) }
  }

  private mutating func write(_ root: Int, endingWith foot: [UInt8] = []) {
    let elements = page.markup.elements
    nextText = elements[root].texts.lowerBound
    var index = root
    while index < elements[root].end {
      while let last = open.last, last.element.end <= index { close(last) }
      let element = elements[index]
      writeTexts(upTo: element.texts.lowerBound)
      if write(element, page.fates[index]) {
        index += 1
      } else {
        nextText = element.texts.upperBound
        index = element.end
      }
    }
    let article = open.firstIndex { $0.name == "article" } ?? open.startIndex
    while open.count > article + 1, let last = open.last { close(last) }
    if let last = open.last { writeTexts(upTo: last.element.texts.upperBound) }
    output += foot
    while let last = open.last { close(last) }
  }

  private mutating func close(_ last: (name: String?, element: MarkupElement)) {
    writeTexts(upTo: last.element.texts.upperBound)
    if let name = last.name { output += Array("</\(name)>".utf8) }
    open.removeLast()
  }

  private mutating func writeTexts(upTo end: Int) {
    while nextText < end {
      HTMLEscaping.append(page.markup.texts[nextText].text, as: .xml, to: &output)
      nextText += 1
    }
  }

  /// Writes an element, or its replacement.
  ///
  /// - Returns: Whether its content is still to be written.
  private mutating func write(_ element: MarkupElement, _ fate: BookElement) -> Bool {
    switch fate {
    case .omitted: return false
    case .unwrapped:
      open.append((nil, element))
      return true
    case .box(let isTicked):
      output.append(isTicked ? "☑\u{A0}" : "☐\u{A0}")
      return false
    case .embedded:
      writeEmbedded(element)
      return false
    case .kept("img"):
      writePicture(element)
      return false
    case .kept("a") where !element.isInDrawing:
      writeLink(element)
      return true
    case .kept(let name):
      start(element, as: name)
      return !BookElement.empty.contains(name)
    }
  }

  private mutating func start(
    _ element: MarkupElement, as name: String, adding added: [(String, String)] = []
  ) {
    let name = sunk(name)
    output += Array("<\(name)".utf8)
    if name == "svg" { writeNamespaces(of: element) }
    if name == "math" {
      hasFormula = true
      output.append(" xmlns=\"http://www.w3.org/1998/Math/MathML\"")
    }
    let former =
      BookAttributes.renamedClass(element) ?? (name == "p" ? formerHeading(element) : nil)
    for (name, value) in BookAttributes(element, ids: page.ids).values + added {
      output += Array(" \(name)=\"".utf8)
      HTMLEscaping.append(value, as: .xml, to: &output)
      output.append("\"")
    }
    if let former { output += Array(" class=\"\(former)\"".utf8) }
    if BookElement.empty.contains(name) {
      output.append("/>")
    } else {
      output.append(">")
      open.append((name, element))
    }
  }

  /// Returns the name of a heading at its rank in the book.
  private func sunk(_ name: String) -> String {
    guard let rank = Self.rank(of: name) else { return name }
    return headingShift.map { "h\(min(6, rank + $0))" } ?? "p"
  }

  /// The rank of a heading by its name; nil for any other element.
  private static func rank(of name: String) -> Int? {
    name.utf8.count == 2 && name.hasPrefix("h") ? name.last?.wholeNumberValue : nil
  }

  /// The class of a paragraph that was a heading on its page.
  private func formerHeading(_ element: MarkupElement) -> String? {
    Self.rank(of: element.name) == nil ? nil : "intertitre"
  }

  private mutating func writeNamespaces(of element: MarkupElement) {
    hasDrawing = true
    output.append(" xmlns=\"http://www.w3.org/2000/svg\"")
    output.append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
  }

  private mutating func writeLink(_ element: MarkupElement) {
    guard let address = element["href"] else { return start(element, as: "span") }
    switch BookLink(address, from: page.path, links) {
    case .inside(let address): start(element, as: "a", adding: [("href", address)])
    case .outside(let address): start(element, as: "a", adding: [("href", Self.encoded(address))])
    case .nowhere: start(element, as: "span")
    }
  }

  private static func encoded(_ address: String) -> String {
    var bytes: [UInt8] = []
    var address = address
    address.withUTF8 { text in
      for byte in text {
        let isAllowed = byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
        if isAllowed { bytes.append(byte) } else { PercentEncoding.append(byte, to: &bytes) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a picture that the book holds, or else its alternative.
  private mutating func writePicture(_ element: MarkupElement) {
    let address = Self.widest(of: element)
    let target = SitePathFinder.file(address, from: page.path, links)
    let alternative = element["alt"] ?? ""
    guard let target, let picture = links.picture(at: target) else {
      HTMLEscaping.append(alternative, as: .xml, to: &output)
      return
    }
    start(element, as: "img", adding: [("src", picture), ("alt", alternative)])
  }

  /// The address of the widest file of a picture.
  private static func widest(of element: MarkupElement) -> String {
    let candidates = (element["srcset"] ?? "").split(separator: ",").compactMap { candidate in
      let parts = candidate.split(whereSeparator: \.isWhitespace)
      return parts.first.map { (String($0), Int(parts.last?.dropLast() ?? "") ?? 0) }
    }
    return candidates.max { $0.1 < $1.1 }?.0 ?? element["src"] ?? ""
  }

  /// Writes where a film or another page is, in its words.
  private mutating func writeEmbedded(_ element: MarkupElement) {
    let address = element["src"] ?? element["data"] ?? ""
    let words = [element["title"], element["aria-label"]].compactMap(\.self).first ?? address
    guard case .outside(let whole) = BookLink(address, from: page.path, links) else {
      HTMLEscaping.append(words, as: .xml, to: &output)
      return
    }
    output.append("<a href=\"")
    HTMLEscaping.append(Self.encoded(whole), as: .xml, to: &output)
    output.append("\">")
    HTMLEscaping.append(words, as: .xml, to: &output)
    output.append("</a>")
  }
}
