import ContentModel
import Diagnostics
import MarkdownRendering
import TextEncoding

/// The words that a text opens with, for a sheet whose writer gave no summary.
///
/// Pictures have no words there, and neither has what another tool would have read as a command.
struct OpeningText {
  /// The first words that say something; empty when there are none.
  let text: String

  /// How much of a paragraph is looked at, in characters: a summary is far shorter.
  private static let longest = 2_000
  /// How long a text is that may take the place of the first paragraph, in characters.
  private static let shortest = 20

  /// - Parameter typeset: Typesets a text in the language of the sheet.
  init(_ document: RenderedDocument, of sheet: Sheet, _ typeset: (String) -> String) {
    guard let paragraph = document.firstParagraph else {
      text = ""
      return
    }
    // One character may be made of as many code points as its writer likes.
    let head = paragraph.unicodeScalars.prefix(4 * Self.longest)
    var opening = String(String(head).prefix(Self.longest))
    let pictures = Self.picturesOfOpening(in: document, sheet).map { typeset($0.alternative) }
    for words in pictures where !words.isEmpty {
      if let range = opening.firstRange(of: words) { opening.removeSubrange(range) }
    }
    let plain = Self.plain(opening)
    // Pictures in a row have a word between them, as « et ».
    if !plain.isEmpty, pictures.isEmpty || plain.count >= Self.shortest {
      text = plain
      return
    }
    text = Self.nextText(in: document, after: pictures, typeset)
  }

  /// Returns the first line of the text that can be a summary of its own.
  private static func nextText(
    in document: RenderedDocument, after pictures: [String], _ typeset: (String) -> String
  ) -> String {
    for passage in document.searchText {
      let head = String(decoding: passage.text.prefix(longest), as: UTF8.self)
      for line in head.split(separator: "\n") {
        let line = plain(typeset(String(line)))
        if line.count >= shortest, !pictures.contains(line) { return line }
      }
    }
    return ""
  }

  /// Returns the pictures of the first paragraph: those of the lines around the first one, when no
  /// text comes before these.
  private static func picturesOfOpening(
    in document: RenderedDocument, _ sheet: Sheet
  ) -> [DocumentImage] {
    guard let first = document.images.first?.location.position?.line else { return [] }
    let lines = sheet.body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let place = first - sheet.bodyFirstLine
    guard lines.indices.contains(place) else { return [] }
    let isBlank = { (line: ArraySlice<UInt8>) in line.allSatisfy { $0 <= 0x20 } }
    let start = lines[..<place].lastIndex(where: isBlank).map { $0 + 1 } ?? 0
    let end = lines[place...].firstIndex(where: isBlank) ?? lines.endIndex
    let isNoText = { (line: ArraySlice<UInt8>) in
      let content = line.drop { $0 == 0x20 }
      return isBlank(line) || content.first == UInt8(ascii: "#")
        || content.first == UInt8(ascii: "<")
    }
    guard lines[..<start].allSatisfy(isNoText) else { return [] }
    return document.images.prefix { image in
      image.location.position.map { $0.line < end + sheet.bodyFirstLine } ?? false
    }
  }

  // MARK: Marks of other tools

  /// What a command of another tool starts with, on a line of its own.
  private static let commands = [
    "!!!", "???", ":::", "///", "+++", "===", "--8<--", "[TOC]", "[[TOC]]", "[[_TOC_]]",
  ]
  /// What encloses a command of another tool, or its remark.
  private static let brackets = [
    ("{{", "}}"), ("{%", "%}"), ("<!--", "-->"), ("%%", "%%"), ("![[", "]]"), ("{#", "}"),
    ("{.", "}"), ("{:", "}"), ("[!", "]"),
  ]

  /// Returns a text without the marks that no reader should see; empty when it is one.
  static func plain(_ text: String) -> String {
    let text = text.trimmed
    if commands.contains(where: text.hasPrefix) { return "" }
    if text.hasPrefix("import ") || text.hasPrefix("export "), text.contains(" from ") { return "" }
    var plain = text
    for (opening, closing) in brackets { plain = without(opening, closing, in: plain) }
    plain = wordsOfWikiLinks(in: plain)
    return plain == text && !text.contains("  ")
      ? text : plain.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  /// Returns a text without what is between two marks, and the marks.
  private static func without(_ opening: String, _ closing: String, in text: String) -> String {
    guard text.contains(opening) else { return text }
    var (kept, rest) = ("", text[...])
    while let start = rest.firstRange(of: opening) {
      guard let end = rest[start.upperBound...].firstRange(of: closing) else { break }
      kept += rest[..<start.lowerBound]
      rest = rest[end.upperBound...]
    }
    return kept + rest
  }

  /// Returns a text with the words of `[[page|words]]` in the place of the link.
  private static func wordsOfWikiLinks(in text: String) -> String {
    guard text.contains("[[") else { return text }
    var (kept, rest) = ("", text[...])
    while let start = rest.firstRange(of: "[[") {
      guard let end = rest[start.upperBound...].firstRange(of: "]]") else { break }
      let inside = rest[start.upperBound..<end.lowerBound]
      kept += rest[..<start.lowerBound]
      kept += inside.split(separator: "|").last ?? inside
      rest = rest[end.upperBound...]
    }
    return kept + rest
  }
}
