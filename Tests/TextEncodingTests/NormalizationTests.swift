import Testing
import TextEncoding

struct NormalizationTests {
  @Test(arguments: [
    ("é", "e\u{301}"), ("ệ", "e\u{323}\u{302}"), ("각", "\u{1100}\u{1161}\u{11A8}"), ("abc", "abc"),
    ("", ""), ("\u{1E9B}\u{323}", "\u{17F}\u{323}\u{307}"),
  ])
  func bringsATextToItsNormalForms(composed: String, decomposed: String) {
    #expect(Array(composed.decomposed.unicodeScalars) == Array(decomposed.unicodeScalars))
    #expect(Array(decomposed.composed.unicodeScalars) == Array(composed.unicodeScalars))
  }
}
