import Diagnostics
import Testing

@testable import ContentModel

/// The table of the keys of `archipel.yaml`: each is read, and documented as it is declared.
@Suite struct ConfigurationKeyTests {
  private static let names = ConfigurationKey.all.flatMap(\.names)

  private func load(_ text: String) -> (SiteConfiguration, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let configuration = SiteConfiguration(
      path: "archipel.yaml", text: text, reporting: &diagnostics)
    return (configuration, diagnostics)
  }

  @Test func areEachDeclaredOnce() {
    #expect(Set(Self.names).count == Self.names.count)
  }

  @Test(arguments: names)
  func areReadByEachOfTheirNames(name: String) {
    // No key holds this: one that is read says so, one that is not is unknown.
    let (configuration, diagnostics) = load("# Le site\n\(name): { x-y: { z: [[]] } }\n")
    // The parameters of a site are what its templates make of them.
    if ["params", "parametres"].contains(name) { return #expect(diagnostics.isEmpty) }
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.location.position?.line == 2)
    if !diagnostics.isEmpty, diagnostics[0].id == "front-matter.unknown-key" {
      #expect(diagnostics[0].message.french.contains("x-y"))
    }
    let key = ConfigurationKey.all.first { $0.names.contains(name) }
    #expect(configuration.location(of: key?.name ?? "").position?.line == 2)
  }

  @Test func keepTheirDefaultsWhenTheyHoldNothing() {
    let (configuration, diagnostics) = load(
      ConfigurationKey.all.map { "\($0.name):\n" }.joined())
    #expect(diagnostics == [])
    var silent = SiteConfiguration()
    silent.locations = configuration.locations
    #expect(configuration == silent)
  }

  @Test func keepTheirDefaultsWhenTheseAreWritten() {
    let written = ConfigurationKey.all.compactMap { key in
      key.value.standard.map { "\(key.name): \($0)\n" }
    }
    let (configuration, diagnostics) = load(written.joined())
    #expect(written.count > 10)
    #expect(diagnostics == [])
    var silent = SiteConfiguration()
    silent.locations = configuration.locations
    #expect(configuration == silent)
  }

  @Test func suggestTheNearestKey() {
    let (_, diagnostics) = load("recherche_en_derniers: [a]\n")
    let suggestion = "vouliez-vous dire « recherche_en_dernier » ?"
    #expect(diagnostics.map(\.suggestion?.french) == [suggestion])
  }

  @Test func areListedInTheDocumentation() throws {
    let part = RecordedPart(
      of: "docs/configuration.md", from: ConfigurationReference.start,
      to: ConfigurationReference.end)
    try part.expect(ConfigurationReference.markdown)
  }
}
