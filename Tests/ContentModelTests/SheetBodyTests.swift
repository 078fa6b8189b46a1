import Diagnostics
import Testing

@testable import ContentModel

@Suite struct SheetBodyTests {
  @Test(arguments: [
    ("---\ntitre: A\n---\nUn\u{1}e\u{7F} \u{FFFE}\u{FFFF}.\n", "Un e  \u{FFFD}\u{FFFD}.\n"),
    ("Sans.\n", "Sans.\n"), ("\u{8}", " "), ("", ""),
  ])
  func holdsNoControlCharacter(file: String, body: String) throws {
    var diagnostics: [Diagnostic] = []
    let bytes = Array(file.utf8)
    let read = try #require(SheetFile(path: "a.md", bytes: bytes, reporting: &diagnostics))
    // Titles and dates are looked for here too.
    #expect(Array(read.body) == Array(body.utf8))
    #expect(SheetBody(read).bytes == Array(body.utf8))
    // The same when the file is read again.
    let again = SheetBody(firstLine: read.bodyFirstLine, isBlank: false) { bytes }
    #expect(again.bytes == Array(body.utf8))
  }

  @Test func tellsHowManyThereAreAndWhereTheFirstIs() throws {
    var diagnostics: [Diagnostic] = []
    let file = try #require(
      SheetFile(
        path: "a.md", bytes: Array("---\ntitre: A\n---\nÉté\u{1} \u{FFFF}\n".utf8),
        reporting: &diagnostics))
    #expect(file.controls?.count == 2)
    #expect(file.controls?.first == 5)
  }
}
