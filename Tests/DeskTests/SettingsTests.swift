import ContentModel
import Desk
import Diagnostics
import Formats
import Foundation
import SiteGraph
import SiteLoading
import Testing
import YAMLParsing

/// The site's own matters, as the desk opens and writes them.
struct SettingsTests {
  private static let configuration = "archipel.yaml"
  private static let phases = "content/_vocabularies/phases.yaml"

  // MARK: What is written

  @Test func changesTheLineOfOneKeyOfTheConfiguration() async throws {
    let desk = try await OpenDesk()
    let old = try desk.lab.text(of: Self.configuration)
    let opened = try desk.open(Self.configuration)
    _ = try desk.save(Self.configuration, opened, #"{ "title": "Lab Normandie" }"#)
    let new = try desk.lab.text(of: Self.configuration)
    #expect(
      new == old.replacingOccurrences(of: #"title: "Ti Lab""#, with: #"title: "Lab Normandie""#))
    #expect(new != old)
  }

  @Test func keepsEveryByteOfEveryFileThatDeclaresASite() throws {
    let folder = Lab.root + "/content/_vocabularies"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let files = names.map { folder + "/" + $0 } + [Lab.root + "/archipel.yaml"]
    #expect(files.count > 20)
    for path in files {
      let bytes = Array(try Data(contentsOf: URL(filePath: path)))
      let file = try OpenedSheet(yaml: bytes)
      let untouched = SheetEdit(
        fields: file.values.compactMap { key, value in
          key.scalar.map { EditedValue.Member($0.string, value.asEdited()) }
        })
      #expect(try file.bytes(applying: untouched) == bytes, "\(path)")
      for (key, value) in file.values {
        let key = try #require(key.scalar?.string)
        let edit = SheetEdit(fields: [EditedValue.Member(key, value.changed())])
        let saved = try OpenedSheet(yaml: try file.bytes(applying: edit))
        #expect(saved.values[key]?.asEdited() == value.changed().asWritten, "\(path): \(key)")
        #expect(saved.values.count == file.values.count)
      }
    }
  }

  @Test func movesAnEntryOfTheMenuWithItsBytesAndAddsAnother() async throws {
    let desk = try await OpenDesk()
    try desk.lab.write(
      Array(
        """
        title: Lab
        menu: # en haut
          # La liste.
          - label: { fr: "Un", en: 'One' }
            page: methodes
          - label: Deux
            url: https://exemple.fr
        theme: ti

        """.utf8), to: Self.configuration)
    let opened = try desk.open(Self.configuration)
    _ = try desk.save(
      Self.configuration, opened,
      #"""
      { "menu": [
        { "origin": "1", "value": { "label": "Deux", "page": null, "url": "https://exemple.fr" } },
        { "origin": "0", "value": { "label": { "fr": "Un", "en": "One" }, "page": "methodes", "url": null } },
        { "value": { "label": "Trois", "page": "methodes/world-cafe", "url": null } } ] }
      """#)
    #expect(
      try desk.lab.text(of: Self.configuration) == """
        title: Lab
        menu: # en haut
          # La liste.
          - label: Deux
            url: https://exemple.fr
          - label: { fr: "Un", en: 'One' }
            page: methodes
          - label: "Trois"
            page: methodes/world-cafe
        theme: ti

        """)
  }

  @Test func keepsTheEntriesOfAGroupOfTheMenuThatItsFormDoesNotShow() async throws {
    let desk = try await OpenDesk()
    try desk.lab.write(
      Array(
        """
        title: Lab
        menu:
          - label: Le lab
            children: # dedans
              - { label: Méthodes, page: methodes }
          - { label: Autres, entrees: [{ label: Un, url: "https://exemple.fr" }] }

        """.utf8), to: Self.configuration)
    let opened = try desk.open(Self.configuration)
    _ = try desk.save(
      Self.configuration, opened,
      #"""
      { "menu": [
        { "origin": "1", "value": { "label": "Les autres", "page": null, "url": null } },
        { "origin": "0", "value": { "label": "Nous", "page": "methodes", "url": null } } ] }
      """#)
    let text = try desk.lab.text(of: Self.configuration)
    let saved = SiteConfiguration.read(text)
    #expect(saved.diagnostics == [])
    #expect(
      saved.configuration.menu.flattened.map { $0.label.text(in: "fr") }
        == ["Les autres", "Un", "Nous", "Méthodes"])
    #expect(text.contains("children: # dedans"))
  }

  @Test func writesAColourByDayAndByNightInTheSpellingOfTheFile() async throws {
    let desk = try await OpenDesk()
    try desk.lab.write(
      Array("title: Lab\ncouleurs:\n  principale: \"#0b4257\" # le bleu\n".utf8),
      to: Self.configuration)
    let opened = try desk.open(Self.configuration)
    _ = try desk.save(
      Self.configuration, opened,
      ##"""
      { "colors": { "principale": { "day": "#0b4257", "night": "#8ad" },
        "accent": null, "link": null, "background": "#fff" } }
      """##)
    let text = try desk.lab.text(of: Self.configuration)
    let configuration = SiteConfiguration.read(text)
    #expect(configuration.diagnostics == [])
    #expect(text.hasPrefix("title: Lab\ncouleurs:\n  principale:"))
    #expect(text.contains("# le bleu") && text.contains("night: \"#8ad\""))
    #expect(text.contains("background: \"#fff\""))
  }

  @Test func makesTheConfigurationOfASiteThatHasNone() async throws {
    let desk = try await OpenDesk()
    let path = desk.lab.source + "/" + Self.configuration
    try FileManager.default.removeItem(atPath: path)
    let opened = try desk.open(Self.configuration)
    #expect(opened["form"] != .null)
    #expect(!FileManager.default.fileExists(atPath: path))
    _ = try desk.save(Self.configuration, opened, #"{ "title": "Un lab : le nôtre" }"#)
    #expect(try desk.lab.text(of: Self.configuration) == "title: \"Un lab : le nôtre\"\n")
    // Two desks that both begin it do not write over each other.
    #expect(throws: DeskProblem.self) {
      try desk.save(Self.configuration, opened, #"{ "title": "Un autre" }"#)
    }
    #expect(try desk.lab.text(of: Self.configuration) == "title: \"Un lab : le nôtre\"\n")
  }

  @Test(arguments: [configuration, phases])
  func keepsBothVersionsOfAFileThatChangedMeanwhile(path: String) async throws {
    let desk = try await OpenDesk()
    let opened = try desk.open(path)
    let theirs = try desk.lab.bytes(of: path) + Array("# À eux.\n".utf8)
    try desk.lab.write(theirs, to: path)
    let fields = path == Self.configuration ? #"{ "title": "À moi" }"# : #"{ "libelle": "À moi" }"#
    do {
      _ = try desk.save(path, opened, fields)
      Issue.record("it was saved over")
    } catch DeskProblem.conflict(let now) {
      #expect(try desk.lab.bytes(of: path) == theirs)
      _ = try desk.save(path, now, fields, more: #""keeps": "oui""#)
    }
    #expect(try desk.lab.text(of: path).contains("À moi"))
    #expect(try desk.lab.text(of: path).hasSuffix("# À eux.\n"))
    #expect(try desk.lab.bytes(of: ".corbeille/1/" + path) == theirs)
  }

  @Test(arguments: [configuration, phases])
  func saysWhereAFileIsBrokenAndOffersItsSource(path: String) async throws {
    let desk = try await OpenDesk()
    try desk.lab.write(Array("title: Lab\nmenu: [a\nlang: fr\n".utf8), to: path)
    let opened = try desk.open(path)
    #expect(opened["form"] == .null)
    #expect(opened["reason"].text.contains("faute"))
    #expect(opened["source"].text.contains("menu: [a"))
    let lines = opened["messages"].elements.map { $0["line"] }
    #expect(!lines.isEmpty && lines.allSatisfy { $0 == .integer(2) || $0 == .integer(3) })
  }

  // MARK: What is said

  @Test func saysWhatCheckSaysAtTheFieldItSpeaksOf() async throws {
    let desk = try await OpenDesk()
    let opened = try desk.open(Self.configuration)
    let query = try desk.query(
      ##"""
      { "path": "archipel.yaml", "version": "\##(opened["version"].text)", "fields": {
        "base_url": "lab.exemple.fr", "colors": { "main": "#ffee88" },
        "menu": [ { "value": { "label": "Un", "page": "nulle-part", "url": null } } ] } }
      """##)
    let messages = try desk.desk.check(query, in: desk.site)["messages"].elements
    let places = messages.map { "\($0["id"].text) \($0["path"].elements.map(\.text))" }
    #expect(places.contains { $0.hasSuffix(#"["base_url"]"#) })
    #expect(places.contains { $0.hasSuffix(#"["colors", "main"]"#) })
    #expect(places.contains { $0.hasSuffix(#"["menu", "0", "page"]"#) })
  }

  @Test func namesWhatTheFormDoesNotShow() async throws {
    let desk = try await OpenDesk()
    let opened = try desk.open(Self.configuration)
    let others = opened["values"]["others"].elements.map(\.text)
    #expect(others.contains("budget") && others.contains("theme") && !others.contains("title"))
  }

  @Test func hasAFieldForEveryKeyThatHasAPlace() async throws {
    let desk = try await OpenDesk()
    let form = try desk.open(Self.configuration)["form"]
    let fields = form["sections"].elements.flatMap { $0["fields"].elements }
    let placed = ConfigurationKey.all.filter { $0.place != nil }
    #expect(Set(fields.map { $0["key"].text }) == Set(placed.map(\.name)))
    for field in fields.flatMap(\.withParts) {
      #expect(!field["label"].text.isEmpty && !field["control"].text.isEmpty)
    }
  }

  // MARK: Vocabularies

  @Test func addsATermWhoseIdIsMadeFromItsName() async throws {
    let desk = try await OpenDesk()
    let opened = try desk.open(Self.phases)
    let old = try desk.lab.text(of: Self.phases)
    let rows =
      opened.rows() + [
        #"{ "value": { "libelle": { "fr": "Faire le point" }, "synonymes": [{ "value": "bilan" }] } }"#
      ]
    _ = try desk.save(Self.phases, opened, #"{ "termes": [\#(rows.joined(separator: ", "))] }"#)
    let new = try desk.lab.text(of: Self.phases)
    #expect(new.hasPrefix(old))
    let added = try #require(Vocabulary.read(new, "phases").term(named: "bilan"))
    #expect(added.id == "faire-le-point")
  }

  @Test func keepsTheIdAndTheOldNameOfATermThatIsRenamed() async throws {
    let desk = try await OpenDesk()
    let path = "content/_vocabularies/horizons.yaml"
    try desk.lab.write(
      Array("libelle: Phases\ntermes:\n  - libelle: Cadrer # d’abord\n  - libelle: Agir\n".utf8),
      to: path)
    let opened = try desk.open(path)
    _ = try desk.save(
      path, opened,
      #"""
      { "termes": [ { "origin": "1", "value": { "libelle": "Agir" } },
        { "origin": "0", "value": { "libelle": "Poser le cadre", "synonymes": null } } ] }
      """#)
    let vocabulary = Vocabulary.read(try desk.lab.text(of: path), "horizons")
    #expect(vocabulary.term(named: "Cadrer")?.label.text(in: "fr") == "Poser le cadre")
    #expect(vocabulary.term(named: "Cadrer")?.id == "cadrer")
    #expect(try desk.lab.text(of: path).contains("# d’abord"))
  }

  @Test func keepsATermThatSheetsHaveAndSaysWhich() async throws {
    let desk = try await OpenDesk()
    let sheet = try #require(desk.lab.commons.site.sheets.first { $0.title == "World Café" })
    let used = try #require(sheet.terms.first { $0.vocabulary == "phases" }?.term)
    let opened = try desk.open(Self.phases)
    let old = try desk.lab.bytes(of: Self.phases)
    let terms = opened["values"]["fields"]["termes"]["value"].elements
    let kept = opened.rows().enumerated().filter { terms[$0.offset]["id"].text != used }.map(
      \.element)
    #expect(kept.count == terms.count - 1)
    let fields = #"{ "termes": [\#(kept.joined(separator: ", "))] }"#
    let query = try desk.query(
      #"{ "path": "\#(Self.phases)", "version": "\#(opened["version"].text)", "fields": \#(fields) }"#
    )
    let messages = try desk.desk.check(query, in: desk.site)["messages"].elements
    #expect(messages.map { $0["path"].elements.map(\.text) } == [["termes"]])
    #expect(messages.first?["message"].text.contains("« World Café »") == true)
    #expect(throws: DeskProblem.self) { try desk.save(Self.phases, opened, fields) }
    #expect(try desk.lab.bytes(of: Self.phases) == old)
  }

  @Test func removesATermThatNoSheetHas() async throws {
    let desk = try await OpenDesk()
    let path = "content/_vocabularies/horizons.yaml"
    let opened = try desk.open(path)
    let old = try desk.lab.text(of: path)
    let kept = opened.rows().dropFirst().joined(separator: ", ")
    _ = try desk.save(path, opened, #"{ "termes": [\#(kept)] }"#)
    let new = try desk.lab.text(of: path)
    #expect(new.count < old.count)
    let (before, after) = (Vocabulary.read(old, "x"), Vocabulary.read(new, "x"))
    #expect(after.terms.map(\.id) == before.terms.dropFirst().map(\.id))
  }

  @Test func refusesTwoTermsOfOneName() async throws {
    let desk = try await OpenDesk()
    let opened = try desk.open(Self.phases)
    let twice = (1...2).map { _ in #"{ "value": { "libelle": "Deux fois" } }"# }
    let rows = (opened.rows() + twice).joined(separator: ", ")
    #expect(throws: DeskProblem.self) {
      try desk.save(Self.phases, opened, #"{ "termes": [\#(rows)] }"#)
    }
  }

  // MARK: What is refused

  private static let otherPaths = [
    "archipel.yml", "./archipel.yaml", "content/archipel.yaml", "../archipel.yaml",
    "content/_vocabularies/../../archipel.yaml", "content/_vocabularies/a/b.yaml",
    "content/_vocabularies/.caché.yaml", "content/_vocabularies/.yaml",
    "content/_vocabularies/phases.yaml.md", "content/_vocabularies/phases.json",
    "content/_vocabularies/a\u{0}.yaml", "content/_types/methode.yaml",
    "content/_vocabularies/lien.yaml", "content/_vocabularies/neuf.yaml",
  ]

  @Test func touchesNoOtherFile() async throws {
    let desk = try await OpenDesk()
    let outside = desk.lab.source + "-dehors.yaml"
    let secret = Array("libelle: Secret\ntermes: []\n".utf8)
    try Data(secret).write(to: URL(filePath: outside))
    defer { try? FileManager.default.removeItem(atPath: outside) }
    try FileManager.default.createSymbolicLink(
      atPath: desk.lab.source + "/content/_vocabularies/lien.yaml", withDestinationPath: outside)
    for path in Self.otherPaths {
      let text = String(decoding: JSONValue.string(path).encoded(), as: UTF8.self)
      for version in [secret, []] {
        let query = try desk.query(
          #"{ "path": \#(text), "version": "\#(WritingDesk.version(of: version))", "#
            + #""source": "x: y" }"#)
        #expect(throws: DeskProblem.self, "\(path)") { try desk.desk.open(query, in: desk.site) }
        #expect(throws: DeskProblem.self, "\(path)") { try desk.desk.save(query, in: desk.site) }
      }
    }
    #expect(try Array(Data(contentsOf: URL(filePath: outside))) == secret)
  }

  @Test(arguments: [configuration, phases])
  func neitherDeletesNorRenamesWhatDeclaresTheSite(path: String) async throws {
    let desk = try await OpenDesk()
    let version = try desk.open(path)["version"].text
    let query = DeskQuery([
      "path": path, "version": version, "title": "X", "name": "x", "language": "en",
    ])
    #expect(throws: DeskProblem.self) { try desk.desk.delete(query, in: desk.site) }
    #expect(throws: DeskProblem.self) { try desk.desk.rename(query, in: desk.site) }
    #expect(throws: DeskProblem.self) { try desk.desk.duplicate(query, in: desk.site) }
    #expect(throws: DeskProblem.self) { try desk.desk.translate(query, in: desk.site) }
  }

  // MARK: The trash

  @Test func listsTheSheetsOfTheTrashUntilTheyAreBack() async throws {
    let desk = try await OpenDesk()
    let path = "content/methodes/world-cafe.md"
    #expect(desk.desk.trash(in: desk.site)["sheets"].elements.isEmpty)
    let version = try desk.open(path)["version"].text
    _ = try desk.desk.delete(DeskQuery(["path": path, "version": version]), in: desk.site)
    let listed = desk.desk.trash(in: desk.site)["sheets"].elements
    #expect(listed.map { $0["title"].text } == ["World Café"])
    #expect(listed.map { $0["path"].text } == [path])
    let number = try #require(listed.first?["trash"].text)
    _ = try desk.desk.restore(DeskQuery(["path": path, "trash": number]), in: desk.site)
    #expect(desk.desk.trash(in: desk.site)["sheets"].elements.isEmpty)
    // What was kept under another version is no deleted sheet.
    try ContentFiles(source: desk.lab.source)
      .keep([0x61], of: try #require(ContentPath(path, content: "content")))
    #expect(desk.desk.trash(in: desk.site)["sheets"].elements.isEmpty)
  }
}

extension SiteConfiguration {
  fileprivate static func read(
    _ text: String
  ) -> (configuration: SiteConfiguration, diagnostics: [String]) {
    var diagnostics: [Diagnostic] = []
    let configuration = SiteConfiguration(
      path: "archipel.yaml", text: text, reporting: &diagnostics)
    return (configuration, diagnostics.map(\.message.french))
  }
}

extension Vocabulary {
  fileprivate static func read(_ text: String, _ id: String) -> Vocabulary {
    var diagnostics: [Diagnostic] = []
    let vocabulary = Vocabulary.load(id: id, path: id, text: text, reporting: &diagnostics)
    return vocabulary ?? Vocabulary.read("termes: [{ libelle: rien }]", id)
  }
}

extension JSONValue {
  /// The terms of an opened vocabulary, as a form gives them back untouched.
  fileprivate func rows() -> [String] {
    self["values"]["fields"]["termes"]["value"].elements.indices.map {
      #"{ "origin": "\#($0)", "value": {} }"#
    }
  }
}
