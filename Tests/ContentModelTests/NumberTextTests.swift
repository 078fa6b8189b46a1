import Testing

@testable import ContentModel

struct NumberTextTests {
  @Test(arguments: [
    ("12", 12), ("-5", -5), ("−5", -5), ("+5", 5), ("1 234", 1_234),
    ("1\u{202F}234\u{A0}567", 1_234_567),
    ("007", 7), ("9223372036854775807", Int.max),
  ])
  func readsIntegers(text: String, number: Int) {
    #expect(NumberText.integer(text) == number)
  }

  @Test(arguments: [
    "", " ", "-", "12,5", "12.0", "1e3", "12 34", "1234 567", "1 2345", "douze", "0x10", "--5",
    "9223372036854775808", "١٢",
  ])
  func refusesWhatIsNoInteger(text: String) {
    #expect(NumberText.integer(text) == nil)
  }

  @Test(arguments: [
    ("2,5", 2.5), ("2.5", 2.5), ("1 234,5", 1_234.5), ("-0,25", -0.25), ("12", 12),
  ])
  func readsNumbers(text: String, number: Double) {
    #expect(NumberText.number(text) == number)
  }

  @Test(arguments: ["", ".", "5.", ",5", "1,234.5", "nan", "inf", "1e400", "2,5 €"])
  func refusesWhatIsNoNumber(text: String) {
    #expect(NumberText.number(text) == nil)
  }

  @Test(arguments: [
    ("4", 4, 4), ("4 – 30", 4, 30), ("4-30", 4, 30), ("4 à 30", 4, 30), ("2,5 to 3", 2.5, 3),
    ("30 – 4", 30, 4),
  ])
  func readsRangesAsWritten(text: String, low: Double, high: Double) {
    let range = NumberRange(parsing: text)
    #expect(range?.low == low)
    #expect(range?.high == high)
  }

  @Test(arguments: ["", "–", "4 –", "– 30", "4 – 5 – 6", "quatre"])
  func refusesWhatIsNoRange(text: String) {
    #expect(NumberRange(parsing: text) == nil)
  }
}
