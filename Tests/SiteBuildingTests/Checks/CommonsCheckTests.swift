import ContentModel
import Diagnostics
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// What `archipel check` says of sheets together: tags, links, titles, dates.
@Suite struct CommonsCheckTests {
  /// The tags of two sheets, and what is said of those of the second.
  @Test(arguments: [
    ("[atelier, été]", "[¦ateliers]", "check.near-tag"),
    ("[coopération, x]", "[¦cooperations]", "check.near-tag"),
    ("[participation]", "[¦particpation]", "check.near-tag"),
    ("[mise-en-récit]", "[¦mise en recit]", "check.tag-spelling"),
    ("[co-design]", "[¦codesign]", "check.near-tag"),
    ("[jeux]", "[¦jeu]", "check.near-tag"),
    ("[gaz]", "[¦gare]", ""),
    ("[budget-2025]", "[¦budget-2026]", ""),
    ("[livre]", "[¦libre]", ""),
    ("[été]", "[¦hiver]", ""),
    ("[C, \"c#\"]", "[¦C++]", ""),
  ])
  func saysWhichTagsAreNearlyTheSame(tags: String, others: String, id: String) async throws {
    let second = "---\ntags: \(others)\n---\n\nTexte.\n"
    let found = try await CheckedSample.findings(
      "check.",
      in: [
        ("content/a.md", "---\ntags: \(tags)\n---\n\nTexte.\n"),
        ("content/a2.md", "---\ntags: \(tags)\n---\n\nTexte.\n"), ("content/b.md", second),
      ]
    ).filter { $0.id.contains("tag") }
    let place = "content/b.md:\(CheckedSample.place(in: second))"
    #expect(found.map(\.summary) == (id.isEmpty ? [] : ["\(id) \(place)"]))
  }

  /// Of two spellings as frequent, the one with its accents is right.
  @Test(arguments: [("été", "Ete"), ("ete", "été")])
  func prefersTheSpellingWithAccents(first: String, second: String) async throws {
    let found = try await CheckedSample.findings(
      "check.tag-spelling",
      in: [
        ("content/a.md", "---\ntags: [\(first)]\n---\n\nTexte.\n"),
        ("content/b.md", "---\ntags: [\(second)]\n---\n\nTexte.\n"),
      ])
    #expect(found.map(\.expected?.french) == ["été"])
  }

  @Test(arguments: [
    ("Réunion", "Réunions", 1), ("Médiation numérique", "Mediation numérique", 1),
    ("Été", "Hiver", 0),
  ])
  func saysWhichTermsAreNearlyTheSame(one: String, other: String, count: Int) async throws {
    let vocabulary = """
      libelle: Formes
      termes:
        - { id: un, libelle: "\(one)" }
        - { id: deux, libelle: "\(other)" }

      """
    let found = try await CheckedSample.findings(
      "check.near-term", in: [("content/_vocabularies/formes.yaml", vocabulary)])
    #expect(
      found.map(\.location.path)
        == Array(repeating: "content/_vocabularies/formes.yaml", count: count))
  }

  @Test func saysWhichSheetsOnlyListsLeadTo() async throws {
    let found = try await CheckedSample.findings(
      "check.orphan",
      in: [
        ("content/été.md", "Voir [b](b.md) et [[Titre de c]].\n"), ("content/b.md", "Texte.\n"),
        ("content/c.md", "# Titre de c\n\nTexte.\n"), ("content/d.md", "Texte.\n"),
        ("content/e/index.md", "Dossier.\n"), ("content/e/f.md", "[D](../d.md)\n"),
        ("content/g.md", "[F](e/f.md) [A](été.md)\n"), ("content/h.md", "[G](g.md)\n"),
      ], configuration: "menu: [{ label: D, page: d }]\n")
    #expect(found.map(\.summary) == ["check.orphan content/h.md"])
  }

  @Test(arguments: [
    ("2026-03-13", 1), ("2026-03-14", 0), ("2027-01-01", 0),
  ])
  func saysWhichSheetsShouldHaveBeenReadAgain(day: String, count: Int) async throws {
    let type =
      "libelle: Fiche\ndossier: fiches\n"
      + "champs: { a_relire_le: { type: date, revision: oui }, le: { type: date } }\n"
    let found = try await CheckedSample.findings(
      "check.overdue-review",
      in: [
        ("content/_types/fiche.yaml", type),
        (
          "content/fiches/a.md",
          "---\ntitre: É\na_relire_le: \(day)\nle: 2020-01-01\n---\n\nTexte.\n"
        ),
      ])
    #expect(
      found.map(\.summary)
        == Array(repeating: "check.overdue-review content/fiches/a.md:3:14", count: count))
  }

  private static let event =
    "libelle: Événement\ndossier: e\ncalendrier: { debut: debut, recurrence: revient }\n"
    + "champs: { debut: { type: date_heure }, revient: { type: recurrence } }\n"

  /// Events of a site without history; those that are over need not move any more.
  @Test(arguments: [
    ("debut: 2026-03-14T09:30", "content/e/a.md:3:8"), ("debut: 2026-03-13", ""),
    ("debut: 2027-01-01\nmis_a_jour: 2026-01-01", ""),
    ("debut: 2027-01-01\nupdated: 2026-01-01", ""),
    ("debut: 2027-01-01\ndate: 2026-01-01", "content/e/a.md:3:8"),
    ("debut: 2027-01-01\nhors_listes: oui", "content/e/a.md:3:8"),
    (
      "debut: 2026-02-03\nrevient: { frequence: mensuelle, jours: mardi, rang: 1, fois: 4 }",
      "content/e/a.md:3:8"
    ), ("titre: Sans jour", ""),
  ])
  func saysThatAnEventWouldNotMoveInCalendars(lines: String, place: String) async throws {
    let lines = lines.hasPrefix("titre") ? lines : "titre: A\n" + lines
    let found = try await CheckedSample.findings(
      "check.untold-change",
      in: [
        ("content/_types/evenement.yaml", Self.event),
        ("content/e/a.md", "---\n\(lines)\n---\n\nTexte.\n"),
      ])
    #expect(found.map(\.summary) == (place.isEmpty ? [] : ["check.untold-change \(place)"]))
    #expect(
      found.allSatisfy { $0.expected?.french.hasPrefix("« mis_a_jour: 2026-03-14 »") == true })
  }

  @Test func saysOnceThatEventsWouldNotMoveAndNotWhereItIsTurnedOff() async throws {
    let files =
      [("content/_types/evenement.yaml", Self.event)]
      + ["b", "a", "c"].map {
        ("content/e/\($0).md", "---\ntitre: \($0)\ndebut: 2027-01-01\n---\n\nTexte.\n")
      }
    let found = try await CheckedSample.findings("check.untold-change", in: files)
    #expect(found.map(\.summary) == ["check.untold-change content/e/a.md:3:8"])
    #expect(found.first?.message.french.contains("« a » et 2 autres événements") == true)
    for key in ["controles: { agenda: non }", "checks: { events: false }"] {
      let none = try await CheckedSample.findings(
        "check.untold-change", in: files, configuration: key + "\n")
      #expect(none == [])
    }
  }

  @Test(arguments: [("2000-02-29", 1), ("2999-01-01", 0)])
  func saysWhichDeclarationRestsOnAnOldAudit(day: String, count: Int) async throws {
    let view = "{ genre: conformite, referentiel: RGAA, auditeur: A, taux: 100, date: \(day) }"
    let found = try await CheckedSample.findings(
      "check.lapsed-audit", in: [("content/a.md", "---\ntitre: É\nvue: \(view)\n---\n")])
    #expect(
      found.map(\.summary) == Array(repeating: "check.lapsed-audit content/a.md:3:76", count: count)
    )
  }

  @Test(arguments: [("Été", "ete", 1), ("Été", "Hiver", 0), ("Même", "Même", 1)])
  func saysWhichSheetsShareATitle(one: String, other: String, count: Int) async throws {
    let found = try await CheckedSample.findings(
      "check.shared-title",
      in: [
        ("content/a.md", "---\ntitre: \(one)\n---\n\nTexte.\n"),
        ("content/b.md", "---\ntitre: \(other)\n---\n\nTexte.\n"),
      ])
    #expect(
      found.map(\.summary) == Array(repeating: "check.shared-title content/b.md:2:8", count: count))
  }

  @Test(arguments: [
    ("description: Une phrase", 0), ("resume: Été", 0), ("resume: \" \"", 1),
    ("date: 2026-01-01", 1),
  ])
  func saysWhichSheetsHaveNoSummary(line: String, count: Int) async throws {
    let found = try await CheckedSample.findings(
      "check.no-summary", in: [("content/a.md", "---\ntitre: É\n\(line)\n---\n\nTexte.\n")])
    #expect(
      found.map(\.summary) == Array(repeating: "check.no-summary content/a.md:2:8", count: count))
  }

  /// Two projects, one of which uses a method of two.
  @Test(arguments: [
    (
      "methodes: [été]",
      ["missing-relation content/projets/b.md", "unused-sheet content/methodes/hiver.md"]
    ),
    ("titre: A", ["unused-relation content/_types/projet.yaml"]),
  ])
  func saysWhichExpectedRelationsAreMissing(line: String, expected: [String]) async throws {
    let project = """
      libelle: Projet
      dossier: projets
      relations:
        methodes:
          vers: [methode]
          plusieurs: oui
          attendue: oui
          inverse: { nom: projets, attendue: oui }

      """
    let found = try await CheckedSample.findings(
      "check.",
      in: [
        ("content/_types/projet.yaml", project),
        ("content/_types/methode.yaml", "libelle: Méthode\ndossier: methodes\n"),
        ("content/projets/a.md", "---\n\(line)\n---\n\nTexte.\n"),
        ("content/projets/b.md", "Texte.\n"), ("content/projets/index.md", "Dossier.\n"),
        ("content/methodes/été.md", "Texte.\n"), ("content/methodes/hiver.md", "Texte.\n"),
      ]
    ).map(\.summary).filter { $0.contains("relation") || $0.contains("unused") }
    #expect(found.sorted() == expected.map { "check." + $0 })
  }

  /// A strict site fails on warnings, never on what could be better written.
  @Test func neverPreventsAPublication() async throws {
    let site = try SampleSite([
      "archipel.yaml": "strict: true\n", "content/a.md": "Au coeur du PNUD, \"ici\".\n",
    ])
    let report = try await SiteBuilder(site.request()).check(readsProse: true)
    #expect(report.diagnostics.count > 3)
    #expect(!report.hasErrors)
    #expect(try await site.build().diagnostics == [])
  }
}
