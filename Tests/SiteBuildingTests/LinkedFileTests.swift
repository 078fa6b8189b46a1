import Testing

/// A link to a file says what readers are about to load.
@Suite struct LinkedFileTests {
  @Test(arguments: [
    ("guide.pdf", 120_400, "(PDF, 120\u{00A0}ko)"), ("guide.odt", 12, "(ODT, 12\u{00A0}octets)"),
    ("archive.tar.gz", 2_449_999, "(GZ, 2,4\u{00A0}Mo)"),
    ("tout.ZIP", 999_500, "(ZIP, 1\u{00A0}Mo)"),
    ("LISEZMOI", 999_499, "(999\u{00A0}ko)"),
  ])
  func saysTheFormatAndTheWeightBesideTheLink(name: String, size: Int, note: String) async throws {
    let site = try SampleSite(["content/a.md": "Voir [*le* guide](\(name)).\n"])
    try site.write([UInt8](repeating: 0x20, count: size), to: "content/\(name)")
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("a/index.html"))
    #expect(page.contains("<a href=\"../\(name)\"><em>le</em> guide</a>\u{00A0}\(note).</p>"))
  }

  @Test func speaksTheLanguageOfThePage() async throws {
    let site = try SampleSite([
      "content/a.md": "---\nlang: en\n---\n[The guide](guide.pdf)\n",
      "content/guide.pdf": String(repeating: " ", count: 1_449_999),
    ])
    try await site.build()
    let page = try #require(site.published("a/index.html"))
    #expect(page.contains("The guide</a>\u{00A0}(PDF, 1.4\u{00A0}MB)"))
  }

  @Test func saysNothingOfPagesAndPictures() async throws {
    let site = try SampleSite([
      "content/a.md": "[B](b.md), [plan](plan.svg), [ailleurs](https://exemple.fr/x.pdf)\n",
      "content/b.md": "B.",
      "content/plan.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
    ])
    try await site.build()
    let page = try #require(site.published("a/index.html"))
    #expect(page.contains("</a>, <a href=\"../plan.svg\">plan</a>, <a"))
    #expect(!page.contains("octets") && !page.contains("ko)"))
  }

  @Test func saysTheSameOfAFieldThatNamesAFile() async throws {
    let site = try SampleSite([
      "content/_types/note.yaml":
        "libelle: Note\ndossier: notes\nchamps: { support: { libelle: Support, type: fichier } }\n",
      "content/notes/a.md": "---\nsupport: docs/plan.pdf\n---\n",
      "content/notes/docs/plan.pdf": "%PDF",
    ])
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("notes/a/index.html"))
    #expect(page.contains(">plan.pdf</a>\u{00A0}(PDF, 4\u{00A0}octets)"))
  }
}
