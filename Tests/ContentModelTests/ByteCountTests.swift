import Diagnostics
import Testing

@testable import ContentModel

struct ByteCountTests {
  @Test(arguments: [
    ("512", 512), ("60 ko", 60_000), ("60 kB", 60_000), ("60ko", 60_000), ("1,5 Mo", 1_500_000),
    ("1.5 MB", 1_500_000), ("0", 0), ("1 200 octets", 1_200),
  ])
  func readsWhatPeopleWrite(text: String, value: Int) {
    #expect(ByteCount(parsing: text)?.value == value)
  }

  @Test(arguments: ["", "ko", "-1", "-1 ko", "60 kg", "60 ko environ", "1e9", "99999999999999 Mo"])
  func refusesWhatIsNoWeight(text: String) {
    #expect(ByteCount(parsing: text) == nil)
  }

  @Test(arguments: [
    (0, "0 ko", "0 kB"), (49, "0 ko", "0 kB"), (62_345, "62,3 ko", "62.3 kB"),
    (60_000, "60 ko", "60 kB"), (1_960_000, "2 Mo", "2 MB"), (1_500_000, "1,5 Mo", "1.5 MB"),
  ])
  func writesAUnitThatSuits(value: Int, french: String, english: String) {
    let text = ByteCount(value).text
    #expect(text.french == french.replacing(" ", with: "\u{00A0}"))
    #expect(text.english == english.replacing(" ", with: "\u{00A0}"))
  }
}
