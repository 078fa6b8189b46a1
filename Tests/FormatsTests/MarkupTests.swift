import Testing

@testable import Formats

struct MarkupTests {
  @Test(arguments: [
    ("", ""),
    ("Café & « thé »", "Café &amp; « thé »"),
    (#"<a href="x">"#, "&lt;a href=&quot;x&quot;&gt;"),
    ("fin&", "fin&amp;"),
    ("a\tb\nc", "a\tb\nc"),
    ("a\u{0}b\u{B}c\u{1B}d\u{7F}e", "abcde"),
    ("a\u{FFFE}b\u{FFFF}c\u{FFFD}\u{FEFF}", "abc\u{FFFD}\u{FEFF}"),
  ])
  func escapesMarkupAndDropsWhatXMLCannotHold(value: String, expected: String) {
    var bytes: [UInt8] = []
    bytes.append(escaping: value)
    #expect(text(bytes) == expected)
  }
}
