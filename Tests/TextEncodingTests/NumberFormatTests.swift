import Testing
import TextEncoding

struct NumberFormatTests {
  @Test(arguments: [
    (0, "0", "0"), (1_234, "1\u{202F}234", "1,234"), (-1_234.5, "-1\u{202F}234,5", "-1,234.5"),
    (-123_456, "-123\u{202F}456", "-123,456"), (2.5, "2,5", "2.5"), (0.00002, "0,00002", "0.00002"),
    (-1.25e-7, "-0,000000125", "-0.000000125"), (-0.5, "-0,5", "-0.5"),
    (
      1e21, "1" + String(repeating: "\u{202F}000", count: 7),
      "1" + String(repeating: ",000", count: 7)
    ),
    (
      1.5e16, "15" + String(repeating: "\u{202F}000", count: 5),
      "15" + String(repeating: ",000", count: 5)
    ),
  ])
  func writesANumber(number: Double, french: String, english: String) {
    #expect(NumberFormat(language: "fr").number(number) == french)
    #expect(NumberFormat(language: "en-GB").number(number) == english)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (-1_000_000, "-1\u{202F}000\u{202F}000")])
  func writesAWholeNumber(number: Int, text: String) {
    #expect(NumberFormat(language: "br").integer(number) == text)
  }
}
