import SiteBuilding
import Testing

/// Values that a site gives to its templates.
@Suite struct SiteParameterTests {
  private func site(_ parameters: String, template: String) throws -> SampleSite {
    try SampleSite([
      "archipel.yaml": "title: Lab\n\(parameters)", "content/index.md": "Bonjour.\n",
      "content/a.md": "A.\n",
      "themes/ti/templates/sheet.mustache": "{{<base}}{{$main}}\(template){{/main}}{{/base}}",
    ])
  }

  @Test(arguments: ["params", "parametres"])
  func templatesReadTextsFlagsListsAndMaps(key: String) async throws {
    let site = try site(
      """
      \(key):
        ville: "Brest & <Ouessant>"
        taux: 3.50
        ouvert: oui
        ferme: non
        dit: "non"
        vide:
        lieux:
          - { nom: Port, place: { etage: 2 } }
          - { nom: Fort }

      """,
      template: """
        [{{site.params.ville}}|{{{site.params.ville}}}|{{site.params.taux}}|\
        {{#site.params.ouvert}}ouvert{{/site.params.ouvert}}\
        {{#site.params.ferme}}ferme{{/site.params.ferme}}|{{site.params.dit}}|\
        {{^site.params.vide}}vide{{/site.params.vide}}|\
        {{#site.params.lieux}}{{nom}}{{#place}} {{etage}}{{/place}};{{/site.params.lieux}}|\
        {{^site.params.autre}}rien{{/site.params.autre}}]
        """)
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("a/index.html"))
    #expect(
      page.contains(
        "[Brest &amp; &lt;Ouessant&gt;|Brest &amp; &lt;Ouessant&gt;|3.50|ouvert|non|vide|Port 2;Fort;|rien]"
      ))
  }

  @Test func aNameThatTheSiteDoesNotGiveInAMapIsAMistake() async throws {
    let site = try site(
      "params: { bandeau: { texte: A } }\n", template: "{{site.params.bandeau.titre}}")
    #expect(try await site.build().findings.contains { $0.hasPrefix("theme.unknown-name") })
    #expect(site.published("a/index.html") == nil)
  }

  @Test func pagesAreMadeAgainWhenAValueChanges() async throws {
    let site = try site("params: { ville: Brest }\n", template: "[{{site.params.ville}}]")
    try await site.build()
    #expect(site.published("a/index.html")?.contains("[Brest]") == true)
    try await site.settle()
    try site.write("title: Lab\nparams: { ville: Quimper }\n", to: "archipel.yaml")
    try await site.build()
    #expect(site.published("a/index.html")?.contains("[Quimper]") == true)
  }

  @Test(arguments: [
    ("params: Brest\n", "yaml.mapping archipel.yaml:2:9"),
    (
      "params: { a: \(String(repeating: "[", count: 20))\(String(repeating: "]", count: 20)) }\n",
      "site.parameters archipel.yaml:2:1"
    ),
    (
      "params: { a: [\(String(repeating: "1, ", count: 10_001))] }\n",
      "site.parameters archipel.yaml:2:1"
    ),
  ])
  func boundsThem(parameters: String, finding: String) async throws {
    let site = try site(parameters, template: "A")
    #expect(try await site.build().findings == [finding])
  }
}
