import ContentModel
import Desk
import Diagnostics
import Formats
import SiteGraph
import SiteLoading
import Testing

/// Forms that are made from the types of the lab.
struct SheetFormTests {
  @Test func offersEveryFieldOfEveryTypeOnce() async throws {
    let lab = try await WritingLab()
    #expect(lab.commons.site.types.count > 12)
    for type in lab.commons.site.types.values {
      let form = lab.form(of: type)
      let fields = form["sections"].elements.flatMap { $0["fields"].elements }
      #expect(fields.map { $0["key"].text }.sorted() == type.allFields.map(\.key).sorted())
      for field in fields.flatMap(\.withParts) {
        let name = "\(type.id): \(field["key"].text)"
        #expect(!field["label"].text.isEmpty, "\(name)")
        let control = field["control"].text
        #expect(!control.isEmpty, "\(name)")
        #expect((control == "choice") == !field["choices"].elements.isEmpty, "\(name)")
        #expect((control == "parts") == !field["fields"].elements.isEmpty, "\(name)")
      }
    }
  }

  @Test func putsWhatIsRequiredFirst() async throws {
    let lab = try await WritingLab()
    let type = try #require(lab.commons.site.types["methode"])
    let sections = lab.form(of: type)["sections"].elements
    #expect(sections.map { $0["id"].text } == ["essential", "more", "links", "rare"])
    let essential = sections[0]["fields"].elements
    #expect(essential.prefix(3).map { $0["key"].text } == ["title", "summary", "intention"])
    #expect(essential.dropFirst(2).allSatisfy { $0["required"] == .bool(true) })
    #expect(
      sections.dropFirst().flatMap { $0["fields"].elements }
        .allSatisfy { $0["required"] == .bool(false) })
    let steps = try #require(essential.first { $0["key"].text == "etapes" })
    #expect(steps["list"] == .bool(true))
    #expect(steps["most"] == .integer(20))
    let minutes = try #require(steps["fields"].elements.first { $0["key"].text == "minutes" })
    #expect(minutes["control"].text == "integer")
    #expect(minutes["min"] == .integer(1))
    #expect(minutes["kind"].text == "nombre entier, de 1 à 480")
    let scale = try #require(essential.first { $0["key"].text == "difficulte" })
    #expect(scale["choices"].elements.map { $0["label"].text }.first == "1 – Facile")
  }

  @Test func givesBackWhatTheFormShows() async throws {
    let lab = try await WritingLab()
    let bytes = Array("---\ntitre: A\nduree: { min: 1 h }\nx: 1\ntags: [a, b]\n---\n".utf8)
    let type = try #require(lab.commons.site.types["methode"])
    let sheet = try OpenedSheet(bytes)
    let values = FormValues(sheet, of: type).document
    #expect(values["others"] == .strings(["x"]))
    #expect(values["fields"]["title"]["written"].text == "titre")
    #expect(values["fields"]["tags"]["value"] == .strings(["a", "b"]))
    let posted = try JSONReader.read(
      """
      { "duree": { "min": "45 min", "preparation": null }, "tags":
        [{ "origin": "1", "value": "b" }, { "value": "c" }], "statut": "brouillon" }
      """)
    guard case .object(let fields) = posted else { return }
    let edit = try FormEdit(of: sheet, type: type).edit(fields, body: nil)
    let saved = String(decoding: try sheet.bytes(applying: edit), as: UTF8.self)
    #expect(
      saved == "---\ntitre: A\nstatut: brouillon\nduree: { min: 45 min }\nx: 1\ntags: [b, c]\n---\n"
    )
  }

  @Test(arguments: [
    #"{ "inconnu": "a" }"#, #"{ "title": { "a": "b" } }"#, #"{ "tags": "a" }"#,
    #"{ "duree": { "autre": "1 h" } }"#, #"{ "etapes": ["a"] }"#,
    #"{ "tags": [{ "value": null }] }"#,
  ])
  func refusesFormsOfAnotherShape(text: String) async throws {
    let lab = try await WritingLab()
    let type = try #require(lab.commons.site.types["methode"])
    let sheet = try OpenedSheet(Array("---\ntitre: A\n---\n".utf8))
    guard case .object(let fields) = try JSONReader.read(text) else { return }
    #expect(throws: FormEdit.Misshapen.self) {
      try FormEdit(of: sheet, type: type).edit(fields, body: nil)
    }
  }
}

/// What is said of a sheet as it is written, and of which field.
struct DraftCheckTests {
  @Test(arguments: [
    ("difficulte: 2", "difficulte: 9", "front-matter.scale", ["difficulte"]),
    ("minutes: 25", "minutes: vingt", "front-matter.integer", ["etapes", "2", "minutes"]),
    ("    minutes: 25\n", "", "front-matter.missing", ["etapes", "2", "minutes"]),
    ("max: \"2 h 30\"", "max: \"10 min\"", "check.order", ["duree"]),
    (
      "phase: [exploration, ideation]", "phase: [exploration, x]", "front-matter.term",
      ["phase", "1"]
    ),
    ("phase: [exploration, ideation]\n", "", "front-matter.missing", ["phase"]),
    ("phase: [exploration, ideation]\n", "phase:\n", "front-matter.missing", ["phase"]),
    (
      "avant: [methodes/inclusion-tour-de-parole]", "avant: [nulle-part]", "reference.dangling",
      ["avant", "0"]
    ),
    ("titre: \"World Café\"", "titre: \"\"", "front-matter.empty-title", ["title"]),
    ("{ nom: \"Clochette\", ", "{ ", "front-matter.missing", ["materiel", "4", "nom"]),
  ])
  func saysItAtTheField(old: String, new: String, id: String, path: [String]) async throws {
    let lab = try await WritingLab()
    let file = "content/methodes/world-cafe.md"
    let text = String(decoding: try lab.bytes(of: file), as: UTF8.self)
    #expect(text.contains(old))
    let bytes = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    let check = DraftCheck(lab.commons)
    let type = check.type(ofFileAt: file)
    let sheet = try OpenedSheet(bytes)
    let found = check.findings(in: bytes, at: file).map { ($0.id, sheet.place(of: $0, type: type)) }
    #expect(found.contains { $0.0 == id && $0.1.path == path }, "\(found)")
  }

  @Test func findsNothingInASheetOfTheLab() async throws {
    let lab = try await WritingLab()
    let file = "content/methodes/inclusion-tour-de-parole.md"
    let findings = DraftCheck(lab.commons).findings(in: try lab.bytes(of: file), at: file)
    // The small site lacks most of the sheets that this one names.
    #expect(findings.map(\.id).filter { $0 != "reference.dangling" } == [])
  }

  @Test func knowsTheTypeOfAFileToCome() async throws {
    let check = DraftCheck(try await WritingLab().commons)
    #expect(check.type(ofFileAt: "content/methodes/neuve.md").id == "methode")
    #expect(check.type(ofFileAt: "content/methodes/index.md").id == "page")
    #expect(check.type(ofFileAt: "content/ailleurs.md", values: ["type": "note"]).id == "note")
  }
}
