import ContentModel
import TextEncoding

/// A sheet of another lab, as lists and the search of this site show it.
///
/// What its lab says is bounded, and holds no control character; it is text wherever it is shown.
package struct FederatedSheet: Sendable, Hashable {
  /// Its lab, by its place among those of the site.
  package let lab: Int
  /// Its id at its lab, and that of the sheet that it translates.
  package let id: String
  package let original: String?
  /// The id of its type at its lab.
  package let type: String
  package let title: String
  /// One sentence about it; may be empty.
  package let summary: String
  /// Its language; nil when it names none that is known.
  package let language: String?
  /// The whole address of its page, on the site of its lab.
  package private(set) var url: String
  /// The terms of its reuse, as an SPDX identifier or as its lab writes them.
  package private(set) var licence: String?
  /// Its tags, as its lab writes them.
  package let tags: [String]
  /// The address of the sheet that it is made from.
  package let origin: String?
  /// The digest of its source, and that of the source that it was made from.
  package let digests: [String]

  private static let maxTitle = 200
  private static let maxSummary = 400
  private static let maxName = 80
  private static let maxTags = 24
  private static let maxAddress = 2_000

  /// Takes what is shown of a sheet; nil when it has no title.
  init?(_ sheet: ForeignSheet, lab: Int) {
    let title = Self.plain(sheet.title, atMost: Self.maxTitle)
    guard !title.isEmpty, sheet.url.utf8.count <= Self.maxAddress else { return nil }
    self.lab = lab
    id = Self.plain(sheet.id, atMost: Self.maxTitle)
    original = sheet.original.map { Self.plain($0, atMost: Self.maxTitle) }
    self.title = title
    url = sheet.url
    type = Self.plain(sheet.type, atMost: Self.maxName)
    summary = Self.plain(sheet.summary, atMost: Self.maxSummary)
    language = LanguageTag.isKnown(sheet.language) ? sheet.language : nil
    licence = sheet.licence.map { Self.plain($0, atMost: Self.maxName) }
    tags = sheet.tags.prefix(Self.maxTags).map { Self.plain($0, atMost: Self.maxName) }
      .filter { !$0.isEmpty }
    origin = sheet.origin.url.flatMap { $0.utf8.count <= Self.maxAddress ? $0 : nil }
    digests = [sheet.digest, sheet.origin.digest].compactMap(\.self)
      .filter { $0.utf8.count == 64 }.map { $0.lowercased() }
  }

  /// Returns the sheet with its whole address and the terms of its site where it names none; nil when it
  /// is not on that site.
  func placed(on site: String, licence siteLicence: String?) -> FederatedSheet? {
    guard let url = Self.address(url, base: site) else { return nil }
    var placed = self
    placed.url = url
    placed.licence = licence ?? siteLicence
    return placed
  }

  /// Returns an address below that of a site, made whole; nil for any other.
  private static func address(_ written: String, base: String) -> String? {
    let isWhole = written.hasPrefix("https://") || written.hasPrefix("http://")
    let whole = isWhole ? written : base + written
    guard whole.hasPrefix(base), isWhole || !written.hasPrefix("/") && !written.contains(":"),
      isAddress(whole)
    else { return nil }
    let path = whole.dropFirst(base.count).prefix { !"?#".contains($0) }
    return path.split(separator: "/").contains(where: isStep) ? nil : whole
  }

  /// Whether a part of a path leads to where it is, or to the folder above, as browsers read it.
  private static func isStep(_ part: Substring) -> Bool {
    [".", ".."].contains(part.lowercased().replacing("%2e", with: "."))
  }

  /// Whether a text is short enough for an address and holds the characters of one alone.
  static func isAddress(_ text: String) -> Bool {
    text.utf8.count <= maxAddress
      && text.utf8.allSatisfy {
        $0 > 0x20 && $0 < 0x7F && !#""'<>\^`{|}"#.utf8.contains($0)
      }
  }

  /// Returns a text on one line, without what would change how the text around it is shown.
  static func plain(_ text: String, atMost limit: Int) -> String {
    let isPlain =
      text.utf8.count <= limit
      && !text.utf8.contains {
        $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 || $0 == 0xEF
      }
    if isPlain { return text.trimmed }
    var scalars = String.UnicodeScalarView()
    for (number, scalar) in text.unicodeScalars.enumerated() {
      if number == limit {
        scalars.append("…")
        break
      }
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: scalars.append(" ")
      // Marks of direction.
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars).trimmed
  }
}
