import Testing

/// What heads the sheets of the home page.
@Suite struct LatestSheetsTests {
  private static func heading(days: [Int]) async throws -> String? {
    let site = try SampleSite([
      "themes/ti/templates/home.mustache":
        "{{<base}}{{$main}}<h2>{{latest_label}}</h2>{{/main}}{{/base}}",
      "themes/ti/langues/fr.yaml": "dernieres_fiches: Dernières\nquelques_fiches: Quelques-unes\n",
    ])
    for (number, day) in days.enumerated() {
      try site.write("---\ndate: 2026-01-0\(day)\n---\n", to: "content/s/f-\(number).md")
    }
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("index.html"))
    return page.firstMatch(of: /<h2>(.*)<\/h2>/).map { String($0.output.1) }
  }

  @Test(arguments: [
    ([1, 1, 1, 1, 1, 2, 1], "Dernières"), ([1, 1, 1, 1, 1, 1], "Dernières"),
    ([1, 1, 1, 1, 1, 1, 1], "Quelques-unes"),
  ])
  func areCalledTheLatestWhereSomeAreLater(days: [Int], heading: String) async throws {
    #expect(try await Self.heading(days: days) == heading)
  }

  @Test func ofOneDayComeInTheOrderOfTheMenu() async throws {
    let site = try SampleSite([
      "themes/ti/templates/home.mustache":
        "{{<base}}{{$main}}{{#latest}}<b>{{title}}</b>{{/latest}}{{/main}}{{/base}}",
      "archipel.yaml":
        "menu: [{ label: C, page: c }, { label: A, page: a }, { label: X, page: c/c-1 }]\n",
      // A type has its turn with a sheet of the menu, when it has one.
      "content/aa/c.md": "---\ntitre: hors du menu\ntype: tc\ndate: 2026-01-02\n---\n",
    ])
    for folder in ["a", "b", "c"] {
      try site.write("libelle: T\ndossier: \(folder)\n", to: "content/_types/t\(folder).yaml")
      for number in 1...2 {
        try site.write(
          "---\ntitre: \(folder) \(number)\ndate: 2026-01-02\n---\n",
          to: "content/\(folder)/\(folder)-\(number).md")
      }
    }
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("index.html"))
    #expect(
      page.matches(of: /<b>(.*?)<\/b>/).map { String($0.output.1) }
        == ["c 1", "a 1", "b 1", "c 2", "a 2", "b 2"])
  }
}
