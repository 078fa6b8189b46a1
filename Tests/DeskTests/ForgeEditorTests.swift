import ContentModel
import Desk
import Diagnostics
import Foundation
import SiteFiles
import SiteGraph
import SiteLoading
import Testing
import YAMLParsing

/// The editor of the forge, made from the types of the lab.
struct ForgeEditorTests {
  private static let forge = "forge: { adresse: https://codeberg.org/lab/site, application: abc }\n"

  private static func lab(_ forge: String = forge) async throws -> WritingLab {
    let lab = try await WritingLab()
    let text = try lab.text(of: "archipel.yaml")
    try lab.write(Array((text + forge).utf8), to: "archipel.yaml")
    return lab
  }

  private static func editor(_ lab: WritingLab) -> ForgeEditor {
    ForgeEditor(source: lab.source, builtInThemes: Lab.root + "/themes")
  }

  private static func configuration(_ lab: WritingLab) throws -> YAMLMapping {
    let text = try lab.text(of: "admin/config.yml")
    return try #require(try YAMLDocument.parse(text)?.mapping)
  }

  @Test func hasEveryFieldOfEveryType() async throws {
    let lab = try await Self.lab()
    guard case .written = try Self.editor(lab).write() else {
      Issue.record("nothing was written")
      return
    }
    let collections = try #require(try Self.configuration(lab)["collections"]?.sequence)
    let site = lab.commons.site
    #expect(site.types.count > 12)
    for type in site.types.values {
      let collection = try #require(
        collections.lazy.compactMap(\.mapping).first { $0.text("name") == type.id }, "\(type.id)")
      #expect(collection.text("media_folder") == "")
      #expect(collection.text("public_folder") == "")
      let fields = try #require(collection["fields"]?.sequence).compactMap(\.mapping)
      #expect(fields.count == type.allFields.count + 1)
      #expect(fields.last?.text("name") == "body")
      #expect(fields.last?.text("widget") == "markdown")
      for field in type.allFields {
        let written = fields.filter { field.isNamed($0.text("name")) }
        #expect(written.count == 1, "\(type.id): \(field.key)")
        guard let written = written.first, field.key != "type" else { continue }
        check(written, field, isInside: false, site.vocabularies, "\(type.id): \(field.key)")
      }
    }
  }

  /// Holds a field of the configuration against its definition, and the fields of its objects.
  private func check(
    _ written: YAMLMapping, _ field: FieldDefinition, isInside mayBeAbsent: Bool,
    _ vocabularies: [String: Vocabulary], _ place: String
  ) {
    #expect(written.text("label") == field.label.text(in: "fr"), "\(place)")
    if let help = field.help?.text(in: "fr") {
      #expect(written.text("hint")?.hasPrefix(help.prefix(1).uppercased()) == true, "\(place)")
      #expect(written.text("hint")?.contains(help.dropFirst()) == true, "\(place)")
    }
    let isRequired = field.isRequired && field.defaultValue == nil && !mayBeAbsent
    #expect(written.text("required") == (isRequired ? "true" : "false"), "\(place)")
    let isMultiple = written.text("multiple") == "true"
    let isList = written.text("widget") == "list"
    #expect(field.holdsList == (isMultiple || isList), "\(place)")
    if field.holdsList {
      #expect(written.text("min") == field.elementCount.min.map(String.init), "\(place)")
      #expect(written.text("max") == field.elementCount.max.map(String.init), "\(place)")
    }
    let one = written["field"]?.mapping ?? written
    let widget = isList && one == written ? nil : one.text("widget")
    switch field.kind.name {
    case "texte", "markdown":
      #expect(widget == (field.kind.name == "texte" ? "string" : "text"), "\(place)")
      guard case .characters(let bounds) = field.kind.limits, bounds != Bounds() else { return }
      let pattern = one["pattern"]?.sequence?.first?.scalar?.string ?? ""
      #expect(
        pattern.contains("{\(bounds.min ?? 0),\(bounds.max.map(String.init) ?? "")}"), "\(place)")
    case "entier", "nombre":
      #expect(widget == "number")
      #expect(one.text("value_type") == (field.kind.name == "entier" ? "int" : "float"))
      guard case .integers(let bounds) = field.kind.limits, !field.holdsList else { return }
      #expect(one.text("min") == bounds.min.map(String.init), "\(place)")
      #expect(one.text("max") == bounds.max.map(String.init), "\(place)")
    case "booleen": #expect(one.options == ["oui", "non"], "\(place)")
    case "date":
      #expect(one.text("format") == "YYYY-MM-DD", "\(place)")
      #expect(one.text("default") == "", "\(place)")
    case "date_heure": #expect(one.text("default") == "", "\(place)")
    case "terme":
      let terms = field.kind.vocabulary.flatMap { vocabularies[$0] }?.terms.map(\.id)
      #expect(one.options == terms, "\(place)")
    case "echelle":
      guard case .scale(let range, _)? = field.kind.steps else { return }
      #expect(one.options == range.map(String.init), "\(place)")
    case "image": #expect(widget == "image")
    case "fichier": #expect(widget == "file")
    case "reference":
      guard let types = field.kind.referenceTypes, types.count == 1 else { return }
      #expect(one.text("collection") == types[0], "\(place)")
      #expect(one.text("value_field")?.hasSuffix("{{slug}}") == true, "\(place)")
    case "objet":
      let parts = written["fields"]?.sequence?.compactMap(\.mapping) ?? []
      #expect(parts.map { $0.text("name") } == field.kind.fields.map(\.key), "\(place)")
      for (part, definition) in zip(parts, field.kind.fields) {
        check(
          part, definition, isInside: !field.holdsList && !isRequired, vocabularies,
          "\(place).\(definition.key)")
      }
    case "vue": #expect(written.text("widget") == "hidden", "\(place)")
    default: #expect(written.text("widget") != nil, "\(place)")
    }
  }

  @Test(arguments: [
    (
      "https://gitlab.exemple.fr/groupe/sous/site.git", "application: abc",
      [
        "name": "gitlab", "repo": "groupe/sous/site", "branch": "main", "auth_type": "pkce",
        "app_id": "abc", "base_url": "https://gitlab.exemple.fr",
        "api_root": "https://gitlab.exemple.fr/api/v4",
      ]
    ),
    (
      "https://forge.exemple.fr/lab/site", "genre: forgejo, application: abc, branche: brouillons",
      [
        "name": "gitea", "repo": "lab/site", "branch": "brouillons", "app_id": "abc",
        "base_url": "https://forge.exemple.fr", "api_root": "https://forge.exemple.fr/api/v1",
      ]
    ),
    (
      "https://github.com/lab/site", "relais: \"https://connexion.exemple.fr\"",
      ["name": "github", "repo": "lab/site", "base_url": "https://connexion.exemple.fr"]
    ),
  ])
  func logsInToTheForge(
    address: String, others: String, expected: [String: String]
  ) async throws {
    let lab = try await Self.lab(
      "forge: { adresse: \"\(address)\", \(others), dossier: un/site }\n")
    guard case .written(_, let remarks) = try Self.editor(lab).write() else {
      Issue.record("nothing was written")
      return
    }
    #expect(!remarks.contains { $0.id == "forge.application" })
    let configuration = try Self.configuration(lab)
    let backend = try #require(configuration["backend"]?.mapping)
    for (key, value) in expected { #expect(backend.text(key) == value, "\(key)") }
    #expect(configuration.text("locale") == "fr")
    let folders = try #require(configuration["collections"]?.sequence).compactMap {
      $0.mapping?.text("folder")
    }
    #expect(folders.contains("un/site/content/methodes"))
  }

  @Test func saysWhatTheForgeMustStillBeTold() async throws {
    let lab = try await Self.lab("forge: { adresse: https://codeberg.org/lab/site }\n")
    guard case .written(_, let remarks) = try Self.editor(lab).write() else {
      Issue.record("nothing was written")
      return
    }
    #expect(remarks.map(\.id) == ["forge.application"])
    let instructions = try lab.text(of: "admin/LISEZMOI.txt")
    #expect(instructions.contains("@sveltia/cms"))
    #expect(instructions.contains("application OAuth2"))
    #expect(try lab.text(of: "admin/index.html").contains("Le programme d’édition n’est pas là"))
  }

  @Test func tellsOfKeysThatTheEditorWouldNotSee() async throws {
    let lab = try await Self.lab()
    try lab.write(
      Array("---\ntitle: Autre\nresume: A\n---\n".utf8), to: "content/methodes/autre.md")
    guard case .written(_, let remarks) = try Self.editor(lab).write() else {
      Issue.record("nothing was written")
      return
    }
    #expect(remarks.map(\.id) == ["forge.spelling"])
    #expect(remarks.first?.location.path == "content/methodes/autre.md")
    let collections = try Self.configuration(lab)["collections"]?.sequence
    let methods = collections?.lazy.compactMap(\.mapping).first { $0.text("name") == "methode" }
    #expect(methods?.text("identifier_field") == "titre")
  }

  @Test(arguments: ["config.yml", "index.html", "absence.js", "LISEZMOI.txt"])
  func neverWritesOverAFileThatSomebodyChanged(name: String) async throws {
    let lab = try await Self.lab()
    _ = try Self.editor(lab).write()
    let path = "admin/" + name
    let changed = "à moi\n" + (try lab.text(of: path))
    try lab.write(Array(changed.utf8), to: path)
    let others = ["config.yml", "index.html", "absence.js"].filter { $0 != name }
    let before = try others.map { try lab.text(of: "admin/" + $0) }
    // Another title would change other files.
    let site = try lab.text(of: "archipel.yaml").replacing("Ti Lab", with: "Autre lab")
    try lab.write(Array(site.utf8), to: "archipel.yaml")
    guard case .refused(let problems) = try Self.editor(lab).write() else {
      Issue.record("the file was written")
      return
    }
    #expect(problems.map(\.id) == ["forge.changed"])
    #expect(problems.first?.location.path == path)
    #expect(try lab.text(of: path) == changed)
    #expect(try others.map { try lab.text(of: "admin/" + $0) } == before)
  }

  @Test func isMadeAnewWhenTheTypesChange() async throws {
    let lab = try await Self.lab()
    _ = try Self.editor(lab).write()
    let old = try lab.text(of: "admin/config.yml")
    let type = try lab.text(of: "content/_types/lieu.yaml")
    try lab.write(
      Array(type.replacing("\nchamps:\n", with: "\nchamps:\n  neuf: { libelle: Neuf }\n").utf8),
      to: "content/_types/lieu.yaml")
    guard case .written = try Self.editor(lab).write() else {
      Issue.record("nothing was written")
      return
    }
    let new = try lab.text(of: "admin/config.yml")
    #expect(!old.contains("name: neuf") && new.contains("name: neuf"))
    _ = try Self.editor(lab).write()
    #expect(try lab.text(of: "admin/config.yml") == new)
  }

  @Test func refusesASiteThatNamesNoForge() async throws {
    let lab = try await Self.lab("")
    guard case .refused(let problems) = try Self.editor(lab).write() else {
      Issue.record("something was written")
      return
    }
    #expect(problems.map(\.id) == ["forge.missing"])
    #expect(!FileManager.default.fileExists(atPath: lab.source + "/admin"))
  }

  @Test func followsNoLinkOutOfTheSource() async throws {
    let lab = try await Self.lab()
    let elsewhere = lab.source + "-ailleurs"
    try FileManager.default.createDirectory(
      atPath: elsewhere, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: elsewhere) }
    try FileManager.default.createSymbolicLink(
      atPath: lab.source + "/admin", withDestinationPath: elsewhere)
    #expect(throws: EnvironmentFailure.self) { try Self.editor(lab).write() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere) == [])
  }
}

extension YAMLMapping {
  fileprivate func text(_ key: String) -> String? { self[key]?.scalar?.string }

  /// The values of a select, in their order.
  fileprivate var options: [String]? {
    self["options"]?.sequence?.map {
      $0.mapping?.text("value") ?? $0.scalar?.string ?? ""
    }
  }
}

extension FieldDefinition {
  fileprivate func isNamed(_ name: String?) -> Bool {
    name.map { $0 == key || aliases.contains($0) } ?? false
  }
}
