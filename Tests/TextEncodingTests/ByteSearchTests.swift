import Testing

@testable import TextEncoding

struct ByteSearchTests {
  @Test(
    arguments: [
      ("", "a", 0, nil), ("abc", "", 0, nil), ("abc", "abcd", 0, nil), ("abc", "bc", 0, 1),
      ("aab", "ab", 0, 1), ("ab ab", "ab", 1, 3), ("ab", "ab", 1, nil), ("à compléter", "é", 0, 8),
    ] as [(String, String, Int, Int?)])
  func findsBytes(text: String, wanted: String, start: Int, place: Int?) {
    #expect(Array(text.utf8).firstIndex(of: Array(wanted.utf8), from: start) == place)
  }
}
