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

  private static func site(_ head: String) throws -> SampleSite {
    let site = try SampleSite([
      "archipel.yaml": "page_size: 3\n", "content/s/index.md": "---\n\(head)\n---\n",
      "content/s/index.br.md": "---\ntitle: S br\n---\n", "content/t/a.md": "A.",
    ])
    for number in 1...5 {
      try site.write("Un.\n", to: "content/s/\(number).md")
      try site.write("---\ntitle: Br \(number)\n---\nUnan.\n", to: "content/s/\(number).br.md")
      try site.write("Un.\n", to: "content/t/\(number).md")
    }
    return site
  }

  @Test(arguments: ["page_size: 2", "taille_de_page: 2"])
  func showsAsManySheetsAPageAsItsOwnPageSays(head: String) async throws {
    let site = try Self.site(head)
    #expect(try await site.build().findings == [])
    let pages = site.files.keys.filter { $0.contains("/page/") }.sorted()
    #expect(
      pages == [
        "br/page/2/index.html", "br/s/page/2/index.html", "br/s/page/3/index.html",
        "s/page/2/index.html",
        "s/page/3/index.html", "t/page/2/index.html",
      ])
    #expect(site.published("s/index.html")?.contains("page/2/") == true)
    #expect(site.published("s/page/3/index.html")?.contains("/5/") == true)
    try await site.settle()
    try site.write("---\n\(head)0\n---\n", to: "content/s/index.md")
    #expect(try await Regeneration(site).differences == [])
  }

  @Test(arguments: [
    ("0", "front-matter.bounds content/s/index.md:2:12"),
    ("1001", "front-matter.bounds content/s/index.md:2:12"),
    ("beaucoup", "front-matter.integer content/s/index.md:2:12"),
  ])
  func refusesASizeThatIsNone(size: String, finding: String) async throws {
    let site = try Self.site("page_size: \(size)")
    #expect(try await site.build().findings == [finding])
  }

  @Test func saysThatAPageWithoutAListHasNoSize() async throws {
    let site = try Self.site("title: S")
    try site.write("---\npage_size: 2\n---\nA.\n", to: "content/t/a.md")
    #expect(try await site.build().findings == ["front-matter.page-size content/t/a.md:2:12"])
  }
}
