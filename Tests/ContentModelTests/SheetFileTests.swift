import Diagnostics
import Testing

@testable import ContentModel

/// Where front matter ends and the body starts.
struct SheetFileTests {
  @Test(arguments: [
    ("---\ntitle: A\n---\nCorps\n", "A", "Corps\n", 4),
    ("---\r\ntitle: A\r\n---\r\nCorps\r\n", "A", "Corps\r\n", 4),
    ("\u{FEFF}---\ntitle: A\n---\nCorps\n", "A", "Corps\n", 4),
    ("--- \ntitle: A\n---\t\nCorps", "A", "Corps", 4),
    ("---\ntitle: A\n...\nCorps", "A", "Corps", 4),
    ("---\ntitle: A\n---", "A", "", 4),
    ("---\n---\n# Titre\n", "Titre", "# Titre\n", 3),
    ("---\n# rien\n---\n\n# Titre *net* ##\n", "Titre net", "\n# Titre *net* ##\n", 4),
    ("# Titre\n\n---\n", "Titre", "# Titre\n\n---\n", 1),
    ("----\ntitle: A\n----\n", "Mon essai", "----\ntitle: A\n----\n", 1),
    ("#pas un titre\n", "Mon essai", "#pas un titre\n", 1),
  ])
  func cutsFrontMatterFromBody(text: String, title: String, body: String, line: Int) {
    let reading = SmallSite().read(text, at: "mon-essai.md")
    #expect(reading.findings == [])
    #expect(reading.sheet?.title == title)
    #expect(reading.sheet.map { String(decoding: $0.body, as: UTF8.self) } == body)
    #expect(reading.sheet?.bodyFirstLine == line)
  }

  @Test(arguments: ["---\ntitle: A\n", "---\n", "---", "---\ntitle: A\n----\n", "---\r\na: b\r\n"])
  func refusesUnclosedFrontMatter(text: String) {
    let reading = SmallSite().read(text)
    #expect(reading.findings == ["front-matter.unclosed 1:1+3"])
    #expect(reading.sheet == nil)
  }

  @Test func refusesTOML() {
    let reading = SmallSite().read("+++\ntitle = \"A\"\n+++\n")
    #expect(reading.findings == ["front-matter.toml 1:1+3"])
    #expect(reading.sheet == nil)
  }

  @Test(arguments: ["", " ", "\n\n", "\u{FEFF}", "\r\n\t"])
  func warnsOfAnEmptySheet(text: String) {
    let reading = SmallSite().read(text, at: "mon-essai.md")
    #expect(reading.findings == ["sheet.empty"])
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.sheet?.title == "Mon essai")
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], "1:2+1"), (Array("é\nà ".utf8) + [0xC3], "2:3+1"),
      (Array("---\ntitle: ".utf8) + [0xE9, 0x0A], "2:8+1"), ([0xED, 0xA0, 0x80], "1:1+1"),
    ] as [([UInt8], String)])
  func locatesTheFirstByteThatIsNotUTF8(bytes: [UInt8], place: String) {
    let reading = SmallSite().read(bytes)
    #expect(reading.findings == ["sheet.encoding \(place)"])
    #expect(reading.sheet == nil)
  }

  @Test func refusesAFileTooLargeWithoutReadingIt() {
    let bytes = [UInt8](repeating: 0x61, count: 50 << 20)
    let reading = SmallSite().read(bytes)
    #expect(reading.findings == ["sheet.size"])
    #expect(reading.messages == ["fiche de 50 Mo"])
    #expect(reading.sheet == nil)
  }

  @Test func readsTheLargestFile() {
    let bytes = [UInt8](repeating: 0x61, count: SheetFile.largestSize)
    #expect(SmallSite().read(bytes).sheet?.body.count == SheetFile.largestSize)
  }
}
