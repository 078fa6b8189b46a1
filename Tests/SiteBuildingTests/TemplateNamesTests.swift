import Calendars
import ContentModel
import Diagnostics
import Formats
import Foundation
import SiteLoading
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
@testable import Theming

/// The names that templates may ask for: all of them documented, given and known.
@Suite struct TemplateNamesTests {
  private static let repository = URL(filePath: Fixtures.folder).deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// What the pages of a site are given.
  private struct Given {
    /// The names that no entry documents, or that are something else than it says.
    var surprises: Set<String> = []
    /// The entries that had a value, as « a card: title ».
    var valued: Set<String> = []

    mutating func visit(_ object: TemplateObject, _ names: TemplateNames) {
      for name in object.names {
        guard let value = object[name] else { continue }
        guard let entry = names[name] else {
          if !names.isOpen { surprises.insert("\(names.title): \(name)") }
          continue
        }
        visit(value, entry, in: names)
      }
    }

    private mutating func visit(
      _ value: TemplateValue, _ entry: TemplateNames.Entry, in names: TemplateNames
    ) {
      let path = "\(names.title): \(entry.name)"
      if case .none = value { return }
      valued.insert(path)
      switch (entry.kind, value) {
      // A text in another language than the page is markup that says so.
      case (.text, .text), (.text, .html), (.markup, .html), (.flag, .flag), (.number, .number),
        (.declared, _):
        break
      case (.texts, .list(let values)):
        if !values.allSatisfy({ if case .text = $0 { true } else { false } }) {
          surprises.insert(path)
        }
      case (.object(let inner), .object(let object)):
        visit(object, inner)
      case (.keyed(let inner), .object(let object)):
        for name in object.names {
          if case .object(let value)? = object[name] { visit(value, inner) }
        }
      case (.list(let inner), .list(let values)):
        for value in values {
          guard case .object(let object) = value else {
            surprises.insert(path)
            continue
          }
          // A tree says its names once.
          visit(object, inner.entries.isEmpty ? names : inner)
        }
      default: surprises.insert(path)
      }
    }
  }

  /// Visits every page of the sites.
  private static func given() async throws -> Given {
    let large = try largeSite()
    // The folder of the site lives as long as the value.
    defer { withExtendedLifetime(large) {} }
    var given = Given()
    for request in requests(large) {
      var clock = PhaseClock()
      let site = try await SiteBuilder(request).prepare(&clock)
      #expect(site.diagnostics.filter { $0.severity == .error } == [])
      let context = site.context(
        request, baseURL: site.commons.site.configuration.baseURL.flatMap { BaseURL($0) })
      var renderer = FileRenderer(context, templates: site.templates)
      for file in site.plan.files {
        guard let page = renderer.page(of: file) else { continue }
        given.visit(page.root, everywhere)
      }
    }
    return given
  }

  private static let everywhere = TemplateNames.root.adding(
    "the root",
    [
      .init("site", .object(.site), ""), .init("page", .object(.page), ""),
      .init("t", .declared, ""), .init("assets", .declared, ""), .init("data", .declared, ""),
    ])

  /// A site with views that leave sheets out, pictures, and terms with definitions.
  private static func largeSite() throws -> SampleSite {
    let site = try SampleSite([
      "archipel.yaml":
        "signaler: erreurs@exemple.bzh\nbudget: { page: 900 ko, page_requests: 90 }\n"
        + "redirects: [page]\nfederation: [{ nom: Lab B, catalogue: ../b }]\n"
        + "taxonomies: [auteurs, phases]\n"
        + "menu: [{ label: G, children: [{ label: E, page: english }] }]\n",
      "content/english.md": "---\nlang: en\n---\nA text.\n",
      "content/_federation/lab-b.json": catalogue,
      "content/labs.md": "---\nvue: { genre: portefeuille, type: essai }\n---\n",
      "content/_data/audit.csv": "Critères,Éléments transverses,Accueil\n1.1,NT,NC\n",
      "content/declaration.md":
        "---\nvue: { genre: conformite, referentiel: RGAA, auditeur: A, date: 2026-01-01, "
        + "resultats: audit }\n---\n",
      "content/liste.md":
        "---\nvues: [{ genre: liste, type: essai }, "
        + "{ genre: liste, type: essai, titre: Liste, texte: Courte., format: lignes }]\n---\n",
      "content/budget.md": "---\nvue: { genre: budget }\n---\n",
      "content/_types/rendez-vous.yaml":
        "libelle: Rendez-vous\ndossier: rendez-vous\ncalendrier: { debut: le }\n"
        + "champs: { le: { libelle: Le, type: date } }\n",
      "content/rendez-vous/a.md": "---\nle: 2026-04-02\n---\n",
      "content/agenda.md": "---\nvue: { genre: agenda, type: rendez-vous }\n---\n",
      "content/_types/essai.yaml": """
      libelle: Essai
      dossier: essais
      champs:
        phase: { libelle: Phase, type: terme, vocabulaire: phases }
        fin: { libelle: Fin, type: terme, vocabulaire: phases }
        rang: { libelle: Rang, type: echelle, max: 3 }
      """,
      "content/_vocabularies/phases.yaml":
        "libelle: Phases\ntermes: [{ id: but, libelle: But, definition: Une fin. }]\n",
      "content/tableau.md": "---\nvue: { genre: tableau, type: essai, par: phase }\n---\n",
      "content/catalogue.md": "---\nvue: { genre: catalogue, type: essai, par: phase }\n---\n",
      "content/annuaire.md": "---\nvue: { genre: annuaire, type: essai, par: phase }\n---\n",
      "content/cartes.md": "---\nvue: { genre: cartes, type: essai, montre: [phase] }\n---\n",
      "content/pages.md": "---\nvue: { genre: cartes, type: page, montre: [date] }\n---\n",
      "content/choix.md": "---\nvue: { genre: catalogue, type: page, facettes: [tags] }\n---\n",
      "content/matrice.md":
        "---\nvue: { genre: matrice, type: essai, lignes: phase, colonnes: fin }\n---\n",
      "content/datee.md": """
      ---
      date: 2026-01-01
      image: tasse.png
      tags: [a]
      auteurs: [Ana]
      derive_de: { url: "https://exemple.fr/", version: "1" }
      credits:
        - { titre: T, auteur: A, source: "https://exemple.fr/", licence: CC0-1.0,
            modifications: Coupé, image: tasse.png }
      ---

      """,
    ])
    for number in 1...401 {
      try site.write(
        "---\nphase: but\nfin: but\nrang: 2\n---\n", to: "content/essais/e-\(number).md")
    }
    let picture = Fixtures.folder + "/atelier/content/methodes/tasse.png"
    try site.write(
      Array(Data(contentsOf: URL(filePath: picture))), to: "content/tasse.png")
    return site
  }

  /// The catalogue of another lab, with more sheets than a view shows.
  private static let catalogue: String = {
    let sheets = (1...61).map { number in
      #"{"id":"\#(number)","type":"essai","title":"F","summary":"R","url":"\#(number)/","#
        + #""lang":"br","tags":["a"]}"#
    }
    return #"{"base_url":"https://b.bzh/","licence":"CC-BY-4.0","sheets":["#
      + sheets.joined(separator: ",") + "]}"
  }()

  /// The lab's site, those of the fixtures, and one with what they lack.
  private static func requests(_ site: SampleSite) -> [BuildRequest] {
    let lab = site.request {
      $0.source = repository
      $0.options.builtInThemes = repository + "/themes"
      // A day with events to come; sheets of later days are made too.
      $0.today = CalendarDate(secondsSince1970: 1_796_083_200)
      $0.options.includesDrafts = true
    }
    let fixtures = ["atelier", "carnet"].map { name in
      site.request {
        $0.source = Fixtures.folder + "/" + name
        $0.options.includesDrafts = true
      }
    }
    return [lab, site.request { $0.options.builtInThemes = repository + "/themes" }] + fixtures
  }

  @Test func areAllDocumented() async throws {
    let given = try await Self.given()
    // A name that this tells of needs a line in `Sources/SiteBuilding/Names`.
    #expect(given.surprises.sorted() == [])
  }

  @Test func areAllGivenSomewhere() async throws {
    let given = try await Self.given()
    var documented: Set<String> = []
    func visit(_ names: TemplateNames) {
      for entry in names.entries {
        documented.insert("\(names.title): \(entry.name)")
        switch entry.kind {
        case .object(let inner), .list(let inner), .keyed(let inner): visit(inner)
        case .text, .markup, .flag, .number, .texts, .declared: break
        }
      }
    }
    visit(Self.everywhere)
    // What other tests show, with more events and places than these sites have, an address, or cards
    // to print.
    let elsewhere: Set = [
      "a timeline: more", "an archipelago: more", "an agenda: hidden",
      "`page`: social_image", "an image: animation", "an image: srcset", "an image: colour",
      "`page`: dir", "`page`: main_lang", "`page`: contributors", "`page`: edit_url",
      "`page`: propose_url",
      "`page`: qr_url", "`site`: logo", "`site`: image", "a card to print: qr", "the root: card",
    ]
    let shown = given.valued.union(elsewhere)
      .union(documented.filter { $0.hasSuffix(": lang") })
    #expect(documented.subtracting(shown).sorted() == [])
  }

  @Test(arguments: ["ti", "sobre"])
  func areTheOnlyOnesThatThemesAskFor(theme: String) throws {
    let folders = ["ti", theme].map {
      ThemeFolder(path: Self.repository + "/themes/" + $0, shownAs: "themes/" + $0)
    }
    let (loaded, _) = try Theme.load(from: theme == "ti" ? [folders[0]] : folders)
    let objects: [String: TemplateNames] = ["page": .page, "site": .site]
    let asked = loaded.lookupTags.compactMap { tag -> String? in
      guard let names = objects[tag.first], let name = tag.rest.first else { return nil }
      return names[name] == nil ? "\(tag.location.path): \(tag.name)" : nil
    }
    #expect(loaded.lookupTags.count > 50)
    #expect(asked == [])
  }

  @Test func areListedInTheGuideForThemes() throws {
    let path = Self.repository + "/docs/theme.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let start = try #require(text.range(of: TemplateReference.start)).lowerBound
    let end = try #require(text.range(of: TemplateReference.end)).upperBound
    let made = TemplateReference.markdown
    if ProcessInfo.processInfo.environment["ARCHIPEL_RECORD"] == "1" {
      let rest = text[end...].drop(while: \.isNewline)
      try (text[..<start] + made + (rest.isEmpty ? "" : "\n" + rest))
        .write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded the names of docs/theme.md: read them, then run without recording")
      return
    }
    #expect(text[start..<end] + "\n" == made)
  }

  @Test func namesOfTemplatesAreKnown() {
    let names = Set(TemplateNames.root.entries.map(\.name))
    for template in TemplateReference.templates {
      #expect(names.isSuperset(of: template.names), "\(template.name)")
    }
    let listed = Set(TemplateReference.templates.flatMap(\.names))
    #expect(names.subtracting(listed).sorted() == [])
  }
}
