import Testing
import TextEncoding

struct PercentEncodingTests {
  @Test(
    arguments: [
      ("a%20b", "a b", "a b"), ("%C3%A9t%c3%a9", "été", "été"), ("a", "a", "a"), ("", "", ""),
      ("100%", "100%", nil), ("%4", "%4", nil), ("%zz%41", "%zzA", nil), ("%E9", "\u{FFFD}", nil),
    ] as [(String, String, String?)])
  func decodes(text: String, lenient: String, whole: String?) {
    #expect(PercentEncoding.decode(text) == lenient)
    #expect(PercentEncoding.decodeWhole(text) == whole)
  }
}
