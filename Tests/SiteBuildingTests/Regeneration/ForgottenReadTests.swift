import Calendars
import ContentModel
import LivingSite
import Testing

@testable import Authoring
@testable import BuildCache
@testable import Outputs
@testable import Proofreading
@testable import Publishing
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteGraph
@testable import SiteLoading

/// Each aspect of a site is read for a reason: without its reads, a build after another would
/// publish what is no longer true, and the comparison would tell.
@Suite struct ForgottenReadTests {
  /// Random changes show it of the aspects that many pages read.
  @Test(arguments: [
    Dependency.Aspect.card, .text, .source, .related, .section, .tag, .whole,
  ])
  func differsSoonWhenAReadIsNotRecorded(aspect: Dependency.Aspect) async throws {
    var differs = false
    for seed in UInt64(5)..<11 where !differs {
      let site = try SampleSite()
      var living = try LivingSite(in: site.source, seed: seed)
      for _ in 0..<50 where !differs {
        _ = try living.change()
        let outcome = try await Regeneration(site, on: Fixtures.today.adding(days: living.day))
        differs = !outcome.differences.isEmpty
        site.forget(aspect)
      }
    }
    #expect(differs)
  }

  /// A change that one aspect alone tells the making of a file.
  struct Change: Sendable, CustomTestStringConvertible {
    let aspect: Dependency.Aspect
    /// The file that must be made again.
    let file: String
    let before: [String: String]
    let after: [String: String]

    var testDescription: String { "\(aspect)" }
  }

  private static let changes = [
    Change(
      aspect: .sheet, file: "a/index.html",
      before: ["a": text("auteurs: [Ana]")], after: ["a": text("auteurs: [Ewen]")]),
    // The spelling of a tag is that of most sheets: the data of one change with another sheet.
    Change(
      aspect: .tags, file: "fiches/a/index.json",
      before: [
        "fiches/a": text("etiquettes: [Mer]"), "b": text("etiquettes: [mer]"),
        "c": text("poids: 1"),
      ],
      after: ["c": text("poids: 1\netiquettes: [mer]")]),
    // The data of a sheet hold what it names, and what names it.
    Change(
      aspect: .relations, file: "fiches/a/index.json",
      before: ["fiches/a": text("poids: 1"), "fiches/b": text("poids: 2")],
      after: ["fiches/b": text("poids: 2\nvoir: [fiches/a]")]),
    Change(
      aspect: .backlinks, file: "notes/index.html",
      before: [
        "notes/index": text("titre: Notes"), "notes/n": text("titre: N"), "b": text("resume: Un."),
      ],
      after: ["b": text("resume: Un.", body: "[Notes](notes/index.md)")]),
    // At the top of the content, no folder tells which sheets are around one.
    Change(
      aspect: .neighbours, file: "a/index.html",
      before: ["a": text("poids: 1"), "b": text("poids: 2"), "c": text("poids: 3")],
      after: ["c": text("poids: 1\ndate: 2026-03-01")]),
    Change(
      aspect: .versions, file: "a/index.html",
      before: ["a": text("poids: 1"), "b": text("poids: 2"), "b.br": text("titre: B br")],
      after: ["a.br": text("titre: A br")]),
  ]

  private static func text(_ head: String, body: String = "Un texte.") -> String {
    "---\n\(head)\n---\n\n\(body)\n"
  }

  @Test(arguments: changes)
  func differsWhenWhatAloneTellsAChangeIsForgotten(_ change: Change) async throws {
    let site = try SampleSite([
      "archipel.yaml":
        "menu: [{ label: A, page: index }]\nfooter_menu: [{ label: A, page: index }]",
      "content/index.md": "Bonjour.\n",
      "content/_types/fiche.yaml": """
      libelle: Fiche
      dossier: fiches
      exporte: [donnees]
      relations:
        voir:
          { libelle: Voir, vers: [fiche], plusieurs: true, inverse: { nom: vu, libelle: Vu } }
      """,
      "themes/ti/templates/section.mustache":
        "{{<base}}{{$main}}{{#page.backlinks}}{{title}}{{/page.backlinks}}{{/main}}{{/base}}",
    ])
    func write(_ sheets: [String: String]) throws {
      for (name, text) in sheets { try site.write(text, to: "content/\(name).md") }
    }
    try write(change.before)
    #expect(try await Regeneration(site).differences == [])
    try write(change.after)
    #expect(try await Regeneration(site).differences == [])
    try write(change.before)
    for name in change.after.keys where change.before[name] == nil {
      try site.remove("content/\(name).md")
    }
    #expect(try await Regeneration(site).differences == [])
    site.forget(change.aspect)
    try write(change.after)
    #expect(try await Regeneration(site).differences.contains(change.file))
  }
}
