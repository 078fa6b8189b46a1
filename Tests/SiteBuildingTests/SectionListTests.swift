import Testing

/// The list of a folder says what its own page does not.
@Suite struct SectionListTests {
  private static func list(_ text: String) async throws -> Bool {
    let site = try SampleSite([
      "content/s/index.md": "\(text)\n", "content/s/a.md": "---\ntitle: Premier\n---\n",
      "content/s/b.md": "---\ntitle: Second\n---\n",
      "content/s/t/index.md": "---\ntitle: Sous-dossier\n---\n", "content/s/t/c.md": "C.",
    ])
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("s/index.html"))
    return page.contains("2 fiches")
  }

  @Test(arguments: ["Rien.", "[A](a.md), [B](b.md)", "[A](a.md), [T](t/index.md), [[Premier]]"])
  func listsAFolderWhoseTextLeavesSomethingOut(text: String) async throws {
    #expect(try await Self.list(text))
  }

  @Test func doesNotRepeatWhatTheTextOfTheFolderLeadsTo() async throws {
    #expect(try await !Self.list("[A](a.md), [[Second]], [T](t/index.md)"))
  }
}
