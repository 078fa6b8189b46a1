import TextEncoding

/// How a book looks: a style sheet of the theme, with the colours of the site written into it.
///
/// Many devices that read books know no custom properties, and a book has no dark screen of its own: the
/// device makes it. The values of `:root` take the place of `var(--NAME)`.
package struct BookStyle: Sendable {
  /// The name of the style sheet among the assets of a theme.
  package static let assetName = "livre.css"
  /// The name of what is added to it for paper.
  package static let paperAssetName = "livre-papier.css"

  /// The style sheet, as devices take it.
  package let styleSheet: [UInt8]
  private let values: [String: String]

  /// Reads a style sheet of a theme, its parts taken in.
  package init(_ asset: [UInt8]) {
    var rest = String(decoding: asset, as: UTF8.self)[...]
    var values: [String: String] = [:]
    var kept = ""
    while let brace = rest.firstIndex(of: "{") {
      let selector =
        rest[..<brace].split(separator: ";", omittingEmptySubsequences: false).last ?? ""
      let name = selector.filter { !$0.isWhitespace }
      guard let end = Self.end(ofBlockAt: brace, in: rest) else { break }
      if name == ":root" {
        kept += rest[..<selector.startIndex]
        for (key, value) in Self.properties(rest[rest.index(after: brace)..<end]) {
          values[key] = value
        }
      } else if name.hasPrefix("@media"), name.contains("prefers-color-scheme:dark") {
        kept += rest[..<selector.startIndex]
      } else {
        kept += rest[...end]
      }
      rest = rest[rest.index(after: end)...]
    }
    self.values = values
    styleSheet = Array(Self.fill(kept + rest, values).utf8)
  }

  /// Returns a text with the colours of the site in the place of `var(--NAME)`.
  package func coloured(_ text: [UInt8]) -> [UInt8] {
    Array(Self.fill(String(decoding: text, as: UTF8.self), values).utf8)
  }

  private static func end(ofBlockAt brace: String.Index, in text: Substring) -> String.Index? {
    var depth = 0
    var index = brace
    while index < text.endIndex {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" {
        depth -= 1
        if depth == 0 { return index }
      }
      index = text.index(after: index)
    }
    return nil
  }

  private static func properties(_ block: Substring) -> [(String, String)] {
    block.split(separator: ";").compactMap { declaration in
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let (name, value) = (parts[0].filter { !$0.isWhitespace }, String(parts[1]).trimmed)
      return name.hasPrefix("--") ? (String(name), value) : nil
    }
  }

  /// How many values may name each other in a row.
  private static let greatestDepth = 4

  private static func fill(
    _ text: String, _ values: [String: String], depth: Int = 0
  ) -> String {
    var filled = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "var("),
      let end = rest[start.upperBound...].firstIndex(of: ")")
    {
      let name = rest[start.upperBound..<end].filter { !$0.isWhitespace }
      filled += rest[..<start.lowerBound]
      if let value = values[String(name)], depth < greatestDepth {
        filled += fill(value, values, depth: depth + 1)
      } else {
        filled += rest[start.lowerBound...end]
      }
      rest = rest[rest.index(after: end)...]
    }
    return filled + rest
  }
}
