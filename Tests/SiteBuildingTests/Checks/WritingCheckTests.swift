import Diagnostics
import Testing

/// What `archipel check` says of the words of a sheet, and where.
@Suite struct WritingCheckTests {
  // MARK: Typography

  /// A text, and what is doubtful at its `¦`.
  @Test(arguments: [
    ("Il dit ¦\"venez\" à l’équipe.\n", "quotes", "« venez »"),
    ("Été,¦  hiver.\n", "double-space", "une seule espace"),
    ("À l’école¦ , on lit.\n", "space-before-mark", "« , » juste après le mot : ôtez l’espace"),
    ("L’été¦,l’hiver.\n", "crowded-mark", "une espace après « , »"),
    ("Le lab¦ - ouvert à tous – accueille.\n", "dash", "un tiret, « – », entre deux espaces"),
    ("Et après¦.. la suite.\n", "dots", "« … »"),
    ("Des notes, des cartes, ¦etc...\n", "et-cetera", "« etc. »"),
    ("Au ¦coeur de l’été.\n", "ligature", "« cœur »"),
    ("L’¦Etat et l’école.\n", "capital", "« État »"),
    ("La ¦2ème édition.\n", "ordinal", "« 2e »"),
    ("Le ¦XXIème siècle.\n", "ordinal", "« XXIe »"),
    ("La ¦1ère fois.\n", "ordinal", "« 1re »"), ("Le ¦1ier jour.\n", "ordinal", "« 1er »"),
    ("---\ntitre: \"Le ¦coeur du lab\"\n---\n\nTexte.\n", "ligature", "« cœur »"),
    ("Un *mot* et [un lien](b.md \"x\") puis\n`code` au ¦coeur.\n", "ligature", "« cœur »"),
    ("| A | B |\n|---|---|\n| x | ¦coeur |\n", "ligature", "« cœur »"),
    ("1\\*2 &amp; le ¦coeur.\n", "ligature", "« cœur »"),
    ("Voir[^1].\n\nSuite.\n\n[^1]: Le ¦coeur.\n", "ligature", "« cœur »"),
  ])
  func saysWhereTypographyIsDoubtful(text: String, cause: String, expected: String) async throws {
    let found = try await CheckedSample.findings("typography.", in: [("content/a.md", text)])
    #expect(
      found.map(\.summary)
        == ["typography.\(cause) content/a.md:\(CheckedSample.place(in: text))"])
    #expect(found.first?.expected?.french == expected)
    #expect(found.allSatisfy { $0.severity == .remark })
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsLinesHoweverTheyEnd(end: String) async throws {
    let text = ["Première.", "", "Un coeur.", "", "Une oeuvre.", ""].joined(separator: end)
    let found = try await CheckedSample.findings("typography.", in: [("content/a.md", text)])
    #expect(
      found.map(\.summary) == [
        "typography.ligature content/a.md:3:4", "typography.ligature content/a.md:5:5",
      ])
  }

  @Test(arguments: [
    "Déjà là ! Et l'été : « bien », non ? Suite... Fin…\n",
    "`\"code\"  et coeur`\n\n```\nEtat  \"x\" ..\n```\n",
    "<https://exemple.org/coeur..Etat> et [lien](https://exemple.org/a,b;c)\n",
    "Un écran de 15\" et ../dossier, 1,5 et 10:30.\n",
    "Il écrit « le coeur de l’Etat, 2ème tome ».\n", "Lier deux idées, le Ier siècle.\n",
    "- un\n- deux\n\n1.  trois\n",
    "[the \"heart\"  of it]{lang=en}\n",
    "---\ntitre: T\nlang: en\n---\n\nThe \"heart\"  of it - really, 2ème.\n",
    "<p title=\"coeur\">\n\n## Été {#ete}\n",
  ])
  func leavesAloneWhatIsRightOrNoProse(text: String) async throws {
    #expect(try await CheckedSample.findings("typography.", in: [("content/a.md", text)]) == [])
  }

  // MARK: Words to complete

  @Test(arguments: [
    "---\ntitre: T\nresume: \"¦À compléter\"\n---\n\nTexte.\n", "Texte.\n\n¦À compléter\n",
    "- un\n- ¦À compléter ?\n",
  ])
  func findsWhatANewSheetLeftToComplete(text: String) async throws {
    let found = try await CheckedSample.findings("check.to-complete", in: [("content/a.md", text)])
    #expect(
      found.map(\.summary) == ["check.to-complete content/a.md:\(CheckedSample.place(in: text))"])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "---\nbrouillon: oui\nresume: \"À compléter\"\n---\n", "À compléter en ligne.\n",
    "Le mot « À compléter » reste.\n", "`À compléter`\n",
  ])
  func leavesAloneWordsToCompleteThatAreMeant(text: String) async throws {
    let files = [("content/a.md", text)]
    #expect(try await CheckedSample.findings("check.to-complete", in: files) == [])
  }

  /// A sheet is read once for all that is found in it; for each finding, this would take minutes.
  @Test(arguments: [("", "\n\n"), ("", " "), ("---\nresume: >-\n  ", "\n  ")])
  func saysEachOfThousandsOfPlaces(head: String, separator: String) async throws {
    // A header is bounded.
    let count = head.isEmpty ? 8_000 : 2_000
    let sentences = (0..<count).map {
      "Il dit \"mot \($0)\" à l’été et s’en va par [là](https://exemple.org/), puis revient."
    }
    let text = head + sentences.joined(separator: separator) + (head.isEmpty ? "\n" : "\n---\n")
    let found = try await CheckedSample.findings("typography.", in: [("content/a.md", text)])
    // A thousand are told, each at its place.
    #expect(Set(found.map(\.summary)).count == 1_000)
    let marked = text.replacing("\"mot 999\"", with: "¦\"")
    #expect(
      found.contains {
        $0.summary == "typography.quotes content/a.md:\(CheckedSample.place(in: marked))"
      })
  }

  // MARK: Inclusive writing

  @Test(arguments: [
    ("Les ¦habitant(e)s de l’été.\n", "habitant·es"),
    ("Les ¦habitant.e.s.\n", "habitant·es"),
    ("Les ¦habitant-e-s viennent.\n", "habitant·es"),
    ("Un ¦acteur/trice du lieu.\n", "acteur·trice"),
    ("Les ¦usager•ères.\n", "usager·ères"),
    ("Chaque ¦employé(e) vient.\n", "employé·e"),
  ])
  func asksForMiddleDots(text: String, expected: String) async throws {
    let found = try await CheckedSample.findings(
      "inclusive.", in: [("content/a.md", text)], configuration: "ecriture_inclusive: point-median")
    #expect(
      found.map(\.summary)
        == ["inclusive.middle-dot content/a.md:\(CheckedSample.place(in: text))"])
    #expect(found.first?.expected?.french == "« \(expected) »")
  }

  @Test(arguments: [
    "Les ¦habitant·es viennent.\n", "Les ¦usager·ère·s.\n", "Les ¦habitant(e)s.\n",
  ])
  func asksForBothWords(text: String) async throws {
    let found = try await CheckedSample.findings(
      "inclusive.", in: [("content/a.md", text)], configuration: "ecriture_inclusive: doublets")
    #expect(
      found.map(\.summary)
        == ["inclusive.shortened content/a.md:\(CheckedSample.place(in: text))"])
  }

  @Test(arguments: [
    ("point-median", "Les habitant·es, l’élève(s), vient-elle, donne-les, peut-être, a.es.fr.\n"),
    ("doublets", "Les habitantes et les habitants, rendez-vous, et/ou, exemple.es/page.\n"),
    ("libre", "Les habitant(e)s et les employé·es.\n"),
    ("point-median", "`habitant(e)s` et [habitant(e)s]{lang=br}\n"),
  ])
  func leavesAloneWhatTheOwnerWants(choice: String, text: String) async throws {
    let found = try await CheckedSample.findings(
      "inclusive.", in: [("content/a.md", text)], configuration: "ecriture_inclusive: \(choice)\n")
    #expect(found == [])
  }

  @Test func refusesAnUnknownChoice() async throws {
    let found = try await CheckedSample.findings(
      "site.", in: [], configuration: "ecriture_inclusive: point-médian\n")
    #expect(found.map(\.summary) == ["site.choice archipel.yaml:1:1"])
  }

  // MARK: Abbreviations

  @Test(arguments: [
    "Avec la ¦DITP, ici.\n", "L’¦ÉSAD à côté.\n", "Le ¦PNUD.\n\nEncore le PNUD.\n",
    "---\nresume: \"Avec la ¦DITP.\"\n---\n\nTexte.\n",
  ])
  func saysWhichAbbreviationsNothingExplains(text: String) async throws {
    let found = try await CheckedSample.findings(
      "check.abbreviation", in: [("content/a.md", text)])
    #expect(
      found.map(\.summary)
        == ["check.abbreviation content/a.md:\(CheckedSample.place(in: text))"])
  }

  @Test(arguments: [
    "La DITP (direction de la transformation) et encore la DITP.\n",
    "La direction interministérielle (DITP), puis la DITP.\n",
    "La direction interministérielle de la transformation publique, dite DITP.\n",
    "QPV signifie « quartier prioritaire de la ville ».\n",
    "L’école supérieure d’art et de design, ou ÉSAD.\n",
    "Le XXIe siècle, Louis XIV, un PDF, `DITP`, [la DITP](b.md), CC-BY-SA-4.0, A4.\n",
    "> [!NOTE]\n> Texte.\n",
    "LISEZ CECI AVANT TOUT.\n",
    "Le SIGLE et l’ADEME.\n",
  ])
  func leavesAloneWhatIsExplainedOrKnown(text: String) async throws {
    let files = [
      ("content/a.md", text), ("content/ademe.md", "---\ntitre: L’ADEME\n---\n\nTexte.\n"),
      ("content/b.md", "# DITP\n"),
    ].prefix(text.contains("b.md") || !text.contains("DITP") ? 3 : 2)
    let found = try await CheckedSample.findings(
      "check.abbreviation", in: Array(files), configuration: "sigles_connus: [SIGLE]\n")
    #expect(found == [])
  }

  @Test func takesTheWordsOfTheGlossary() async throws {
    let glossary = "---\ntitre: Mots\nvue: { genre: glossaire }\n---\n\n## DITP\n\nUne direction.\n"
    let found = try await CheckedSample.findings(
      "check.abbreviation",
      in: [("content/mots.md", glossary), ("content/a.md", "La DITP et le PNUD.\n")])
    #expect(found.map(\.message.french) == ["sigle « PNUD » sans explication"])
  }

  @Test func saysAnAbbreviationOnceForTheSite() async throws {
    let found = try await CheckedSample.findings(
      "check.abbreviation",
      in: [("content/a.md", "Le PNUD.\n"), ("content/b.md", "Le PNUD.\n")])
    #expect(found.map(\.message.french) == ["sigle « PNUD » sans explication (et 1 fiche de plus)"])
  }

  // MARK: All

  @Test(arguments: ["typographie", "typography"])
  func looksAtNothingThatIsTurnedOff(name: String) async throws {
    let files = [("content/a.md", "Au coeur du PNUD.\n")]
    let configuration = "controles: { \(name): non }\n"
    let found = try await CheckedSample.findings("", in: files, configuration: configuration)
    #expect(!found.contains { $0.id.hasPrefix("typography.") })
    #expect(found.contains { $0.id == "check.abbreviation" })
  }

  /// Texts of random signs of Markdown, YAML and French, from a generator with a seed.
  @Test(arguments: 0..<24)
  func readsAnySheetWithoutATrap(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "\"", "«", "»", " ", "  ", "\n", "\n\n", "[", "](", ")", "{lang=br}", "{#x}", "`", "*", "|",
      "|-|\n", "[^1]", "[^1]: ", "<b>", "&amp;", "\\", "coeur", "Etat", "2ème", "habitant(e)s",
      "é", "·e", "-e-s", "DITP", "(", "..", ",", "etc…", "![", "https://exemple.org/", "[[", "]]",
      "\u{1A}", "\u{202F}", "😀", "> [!NOTE]\n", "- ", "# ", "x",
    ]
    let files = (0..<8).map { number in
      let text = (0..<120).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      return ("content/\(number).md", text)
    }
    let configuration = "ecriture_inclusive: doublets\n"
    let found = try await CheckedSample.findings("", in: files, configuration: configuration)
    #expect(found.contains { $0.id == "check.orphan" })
    #expect(found.allSatisfy { ($0.location.position?.line ?? 1) >= 1 })
  }
}

/// Numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
