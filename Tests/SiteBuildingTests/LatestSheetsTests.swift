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
}
