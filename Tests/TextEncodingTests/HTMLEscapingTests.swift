import Testing

@testable import TextEncoding

@Suite struct HTMLEscapingTests {
  private static let signs: [(String, html: String, anyQuotes: String, xml: String)] = [
    ("&", "&amp;", "&amp;", "&amp;"), ("<", "&lt;", "&lt;", "&lt;"), (">", "&gt;", "&gt;", "&gt;"),
    ("\"", "&quot;", "&quot;", "&quot;"), ("'", "'", "&#39;", "'"), ("\u{1}", "\u{1}", "\u{1}", ""),
    ("\u{7F}", "\u{7F}", "\u{7F}", ""), ("\u{FFFF}", "\u{FFFF}", "\u{FFFF}", ""),
    ("\n", "\n", "\n", "\n"), ("\u{FFFD}", "\u{FFFD}", "\u{FFFD}", "\u{FFFD}"),
  ]

  private func escaped(_ text: String, _ form: HTMLEscaping.Form) -> String {
    var bytes: [UInt8] = []
    HTMLEscaping.append(text, as: form, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func escapesASignAtAnyPlaceOfATextOfAnyLength() {
    for (sign, html, anyQuotes, xml) in Self.signs {
      for before in 0...17 {
        for after in 0...9 {
          let (start, end) = (
            String(repeating: "a", count: before), String(repeating: "é", count: after)
          )
          #expect(escaped(start + sign + end, .html) == start + html + end)
          #expect(escaped(start + sign + end, .anyQuotes) == start + anyQuotes + end)
          #expect(escaped(start + sign + end, .xml) == start + xml + end)
        }
      }
    }
  }
}
