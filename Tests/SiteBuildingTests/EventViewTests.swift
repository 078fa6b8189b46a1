import ContentModel
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// Agenda, timeline and archipelago, built with the built-in theme on 14 March 2026.
@Suite struct EventViewTests {
  private static let type = """
    libelle: Événement
    dossier: evenements
    calendrier:
      { debut: debut, fin: fin, fuseau: fuseau, recurrence: revient, annule: annule, lieu: [ou] }
    champs:
      debut: { libelle: Début, type: date_heure }
      fin: { libelle: Fin, type: date_heure }
      fuseau: { libelle: Fuseau }
      revient: { libelle: Revient, type: recurrence }
      annule: { libelle: Annulé, type: booleen }
      ou: { libelle: Lieu }
    """

  private static func site(_ files: KeyValuePairs<String, String>) throws -> SampleSite {
    let site = try SampleSite(["content/_types/evenement.yaml": type])
    for (path, text) in files { try site.write(text, to: path) }
    return site
  }

  private static let themes = URL(filePath: Fixtures.folder)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "themes").path

  /// Builds a site with the theme of this house, and returns a page without its markup.
  private func page(_ path: String, of site: SampleSite) async throws -> String {
    let report = try await site.build { $0.options.builtInThemes = Self.themes }
    #expect(report.findings == [])
    let html = try #require(site.published(path))
    return html.replacing(/<[^>]*>/, with: " ").replacing(/[ \n]+/, with: " ")
  }

  @Test func tellsWhatIsToComeWhatComesBackAndWhatIsOver() async throws {
    let site = try Self.site([
      "content/evenements/index.md":
        "---\ntitre: Agenda\nvue: { genre: agenda, type: evenement, mois: 1 }\n---\n",
      "content/evenements/a.md":
        "---\ntitre: Atelier\ndebut: 2026-03-14T09:30\nfin: 2026-03-14T12:00\n---\n",
      "content/evenements/b.md":
        "---\ntitre: Séance\ndebut: 2026-02-03T18:00\n"
        + "revient: { frequence: mensuelle, jours: mardi, rang: 1, fois: 4 }\n---\n",
      "content/evenements/c.md":
        "---\ntitre: Rencontre\ndebut: 2026-03-12\nfin: 2026-03-15\nannule: oui\n---\n",
      "content/evenements/d.md": "---\ntitre: Vieux\ndebut: 2025-11-03\nfin: 2025-11-05\n---\n",
      "content/evenements/e.md": "---\ntitre: Un jour\n---\n",
    ])
    let page = try await page("evenements/index.html", of: site)
    let parts = [
      "Établi le 14\u{A0}mars 2026", "Ce qui revient",
      "à 18\u{A0}h, chaque mois, le premier mardi, 4 fois Séance",
      "Prochaine date\u{A0}: le 7\u{A0}avril 2026", "À venir", "mars 2026",
      "du 12 au 15\u{A0}mars 2026 Annulé Rencontre",
      "le 14\u{A0}mars 2026, de 9\u{A0}h\u{A0}30 à 12\u{A0}h Atelier", "avril 2026",
      "le 7\u{A0}avril 2026, à 18\u{A0}h Séance", "mai 2026", "Mois par mois", "14 (aujourd’hui)",
      "Sans date annoncée", "Un jour", "Passés", "2025", "du 3 au 5\u{A0}novembre 2025 Vieux",
    ]
    var rest = page[...]
    for part in parts {
      let found = rest.range(of: part)
      #expect(found != nil, "« \(part) » in \(rest)")
      if let found { rest = rest[found.upperBound...] }
    }
    let event = try #require(site.published("evenements/c/index.html"))
    #expect(event.contains("Annulé\u{A0}: ce rendez-vous n’aura pas lieu."))
  }

  @Test func putsEachEventInAFileOfItsOwnAndAllInOne() async throws {
    let site = try Self.site([
      "content/evenements/a.md":
        "---\ntitre: Atelier\nresume: Un essai.\ndebut: 2026-07-01T09:30\nfin: 2026-07-01T12:00\n"
        + "fuseau: Indian/Reunion\nou: Salon\n---\n",
      "content/evenements/b.md": "---\ntitre: Séance\ndebut: 2026-07-01T09:30+02:00\n---\n",
      "content/evenements/c.md": "---\ntitre: Un jour\n---\n",
    ])
    #expect(try await site.build().findings == [])
    let one = try #require(site.published("evenements/a/evenement.ics"))
    for line in [
      "DTSTART;TZID=Indian/Reunion:20260701T093000", "DTEND;TZID=Indian/Reunion:20260701T120000",
      "SUMMARY:Atelier", "DESCRIPTION:Un essai.", "LOCATION:Salon", "TZOFFSETTO:+0400",
    ] {
      #expect(one.contains(line + "\r\n"))
    }
    let all = try #require(site.published("evenements/agenda.ics"))
    #expect(all.ranges(of: "BEGIN:VEVENT").count == 2)
    #expect(all.contains("DTSTART:20260701T073000Z\r\n"))
    #expect(site.published("evenements/c/evenement.ics") == nil)
  }

  @Test func linesUpEventsAndTheEntriesOfAFile() async throws {
    let site = try Self.site([
      "content/frise.md":
        "---\ntitre: Frise\n"
        + "vue: { genre: frise, donnees: dates, reperes: [{ type: evenement }] }\n---\n",
      "content/_data/dates.csv":
        "date,fin,titre,source,fiche\n2017-11,,Deux,Charte,\n2017,2018,Un,Charte,frise\n",
      "content/evenements/a.md": "---\ntitre: Trois\ndebut: 2017-11-30\nfin: 2017-12-02\n---\n",
      "content/evenements/b.md":
        "---\ntitre: Souvent\ndebut: 2017-11-30\nrevient: { frequence: annuelle, fois: 2 }\n---\n",
    ])
    let page = try await page("frise/index.html", of: site)
    #expect(
      page.contains(
        "2017 2017 – 2018 Un Source\u{A0}: Charte novembre 2017 Deux Source\u{A0}: Charte "
          + "30\u{A0}novembre 2017 – 2\u{A0}décembre 2017 Trois"))
    #expect(!page.contains("Souvent"))
  }

  @Test func drawsTwoThousandSheetsAsAMapThatCanBeRead() async throws {
    let site = try SampleSite([
      "content/_types/projet.yaml":
        "libelle: Projet\ndossier: projets\nchamps: { lieu: { libelle: Lieu } }\n",
      "content/carte.md":
        "---\ntitre: Carte\nvue: { genre: graphe, iles: [{ type: projet, par: lieu }] }\n---\n",
    ])
    for number in 0..<2_000 {
      try site.write(
        "---\ntitre: Projet \(number)\nlieu: Lieu \(number % 60)\n---\n",
        to: "content/projets/p\(number).md")
    }
    let report = try await site.build { $0.options.builtInThemes = Self.themes }
    #expect(report.findings == [])
    let page = try #require(site.published("carte/index.html"))
    #expect(page.utf8.count < 120_000)
    // The map, and the one of islands alone.
    #expect(page.ranges(of: "class=\"ile-terre\"").count == 2 * 24)
    #expect(page.contains("Voir les 1\u{202F}600 autres fiches"))
  }

  @Test func joinsTheIslandsOfOneTermAndDrawsTheirLinks() async throws {
    let site = try SampleSite([
      "content/_vocabularies/fonctions.yaml": "libelle: F\ntermes: [{ id: a, libelle: Alpha }]\n",
      "content/_types/projet.yaml":
        "libelle: Projet\nlibelle_pluriel: Projets\ndossier: projets\n"
        + "champs: { f: { libelle: F, type: terme, vocabulaire: fonctions } }\n",
      "content/_types/methode.yaml":
        "libelle: Méthode\ndossier: methodes\n"
        + "champs: { f: { libelle: F, type: terme, vocabulaire: fonctions } }\n",
      "content/projets/p.md": "---\ntitre: Pé\nf: a\n---\n[Q](q.md)\n",
      "content/projets/q.md": "---\ntitre: Ku\n---\n",
      "content/methodes/m.md": "---\ntitre: Em\nf: a\n---\n",
      "content/carte.md":
        "---\ntitre: Carte\nvue:\n  genre: graphe\n"
        + "  iles: [{ type: projet, par: f }, { type: methode, par: f }]\n---\n",
    ])
    let page = try await page("carte/index.html", of: site)
    #expect(page.contains("Alpha 2 fiches Pé Em Liens avec\u{A0}: Projets au large\u{A0}(1)."))
    #expect(page.contains("Projets au large 1 fiche Ku Liens avec\u{A0}: Alpha\u{A0}(1)."))
    let html = try #require(site.published("carte/index.html"))
    #expect(html.ranges(of: "class=\"route ").count == 2)
    #expect(html.ranges(of: "<a href=\"#vue-a\"><text class=\"ile-nom\"").count == 1)
  }

  @Test(arguments: [
    ("vue: { genre: agenda, type: ¦page }", "view.calendar"),
    ("vue: { genre: agenda, type: evenement, mois: ¦13 }", "front-matter.bounds"),
    ("vue: ¦{ genre: frise }", "view.missing"),
    ("vue: { genre: frise, reperes: [{ type: evenement, debut: ¦ou }] }", "view.field-kind"),
    ("vue: { genre: frise, reperes: [¦{ type: page }] }", "view.missing"),
    ("vue: { genre: frise, donnees: ¦rien }", "view.data"),
    ("vue: { genre: graphe, iles: [{ type: evenement, par: ¦debut }] }", "view.field-kind"),
    ("vue: { genre: graphe, iles: [{ type: ¦evenements, par: ou }] }", "type.unknown"),
    (
      "vue: { genre: graphe, iles: [{ type: evenement, par: ou, ¦parr: ou }] }",
      "front-matter.unknown-key"
    ),
  ])
  func locatesMistakesInAView(frontMatter: String, id: String) async throws {
    let text = "---\n\(frontMatter)\n---\n"
    let site = try Self.site(["content/vue.md": text.replacing("¦", with: "")])
    let column = frontMatter.prefix { $0 != "¦" }.unicodeScalars.count + 1
    #expect(try await site.build().findings == ["\(id) content/vue.md:2:\(column)"])
  }

  @Test(arguments: [
    ("- ¦titre: A\n  date: 2017", "data.cell"),
    ("- titre: A\n  date: ¦17/11/2017\n  source: S", "front-matter.date"),
    ("- titre: A\n  date: 2017\n  fin: ¦2016\n  source: S", "check.order"),
    ("- titre: A\n  date: 2017\n  source: S\n  fiche: ¦rien", "reference.dangling"),
    ("- titre: A\n  date: 2017\n  source: S\n  lien: ¦rien", "front-matter.unknown-key"),
  ])
  func locatesMistakesInTheDatesOfATimeline(data: String, id: String) async throws {
    let site = try Self.site([
      "content/frise.md": "---\nvue: { genre: frise, donnees: dates }\n---\n",
      "content/_data/dates.yaml": data.replacing("¦", with: ""),
    ])
    let before = data.prefix { $0 != "¦" }.split(separator: "\n", omittingEmptySubsequences: false)
    let column = (before.last?.unicodeScalars.count ?? 0) + 1
    let place = "content/_data/dates.yaml:\(before.count):\(column)"
    #expect(try await site.build().findings == ["\(id) \(place)"])
  }
}
