import ContentModel
import Desk
import Diagnostics
import Formats
import Foundation
import SiteGraph
import SiteLoading
import Testing
import YAMLParsing

/// What the desk does with files, and what it refuses.
struct WritingDeskTests {
  private static let sheet = "content/methodes/world-cafe.md"

  @Test func savesTheFieldThatChangedAndNoOtherByte() async throws {
    let desk = try await OpenDesk()
    let old = try desk.lab.bytes(of: Self.sheet)
    let opened = try desk.open(Self.sheet)
    let saved = try desk.save(Self.sheet, opened, #"{ "title": "Un café : « 🎉 » عربي" }"#)
    let new = try desk.lab.bytes(of: Self.sheet)
    #expect(Lines(old).changes(to: Lines(new)).count == 1)
    #expect(saved["values"]["fields"]["title"]["value"].text == "Un café : « 🎉 » عربي")
    #expect(saved["version"] != opened["version"])
  }

  /// A row is no file of its own: the desk says where it is written, and writes nothing.
  @Test func saysWhereARowIsWritten() async throws {
    let desk = try await OpenDesk(files: [
      "archipel.yaml": "title: Lab\n", "content/index.md": "Bonjour.\n",
      "content/_types/lieu.yaml": "libelle: Lieu\ndossier: lieux\ndonnees: lieux\n",
      "content/_data/lieux.csv": "titre\nLe Port\nForge\n",
    ])
    let path = "content/lieux/forge.md"
    let version = WritingDesk.version(of: [])
    let query = try desk.query(
      #"{ "path": "\#(path)", "version": "\#(version)", "source": "x", "base": "x", "language": "br","#
        + #" "title": "Forge", "type": "lieu", "name": "x", "trash": "1" }"#)
    let actions: [(DeskQuery, DeskSite) throws -> JSONValue] = [
      desk.desk.open, desk.desk.check, desk.desk.save, desk.desk.create, desk.desk.duplicate,
      desk.desk.translate, desk.desk.rename, desk.desk.delete, desk.desk.restore,
    ]
    for action in actions {
      do {
        _ = try action(query, desk.site)
        Issue.record("the desk has written")
      } catch DeskProblem.refused(let reason) {
        #expect(reason.french.contains("la ligne 3 de « content/_data/lieux.csv »"))
      }
    }
    #expect(!desk.lab.has(path))
  }

  @Test(arguments: ["vue", "vues", "views"])
  func savesASheetThatHasSeveralViews(key: String) async throws {
    let desk = try await OpenDesk()
    let views = """
      \(key):
        - { titre: Un, genre: liste, type: methode, filtre: { phase: [ideation] }, limite: 2 } # ici
        - genre: tableau
          type: methode
          par: phase
      """
    let text = try desk.lab.text(of: Self.sheet)
    let old = Array(text.replacing("---\n", with: "---\n\(views)\n", maxReplacements: 1).utf8)
    try desk.lab.write(old, to: Self.sheet)
    let opened = try desk.open(Self.sheet)
    #expect(opened["form"] != .null)
    _ = try desk.save(Self.sheet, opened, #"{ "title": "Autre" }"#)
    #expect(Lines(old).changes(to: Lines(try desk.lab.bytes(of: Self.sheet))).count == 1)
  }

  @Test func takesAHundredThousandCharacters() async throws {
    let desk = try await OpenDesk()
    let text = String(repeating: "é\u{202E}🎉", count: 33_334)
    let saved = try desk.save(
      Self.sheet, try desk.open(Self.sheet), #"{ "title": "\#(text)" }"#)
    #expect(saved["values"]["fields"]["title"]["value"].text == text)
    #expect(try OpenedSheet(try desk.lab.bytes(of: Self.sheet)).values["titre"] != nil)
  }

  @Test func keepsBothVersionsOfAFileThatChangedMeanwhile() async throws {
    let desk = try await OpenDesk()
    let opened = try desk.open(Self.sheet)
    let theirs = try desk.lab.bytes(of: Self.sheet) + Array("\nÀ eux.\n".utf8)
    try desk.lab.write(theirs, to: Self.sheet)
    do {
      _ = try desk.save(Self.sheet, opened, #"{ "title": "À moi" }"#)
      Issue.record("it was saved over")
    } catch DeskProblem.conflict(let now) {
      #expect(now["source"].text.hasSuffix("À eux."))
      #expect(try desk.lab.bytes(of: Self.sheet) == theirs)
      _ = try desk.save(Self.sheet, now, #"{ "title": "À moi" }"#, more: #""keeps": "oui""#)
    }
    #expect(try desk.lab.text(of: Self.sheet).contains("À moi"))
    #expect(try desk.lab.text(of: Self.sheet).hasSuffix("À eux.\n"))
    #expect(try desk.lab.bytes(of: ".corbeille/1/" + Self.sheet) == theirs)
  }

  @Test func writesAgainAFileThatHasGone() async throws {
    let desk = try await OpenDesk()
    let opened = try desk.open(Self.sheet)
    let old = try desk.lab.bytes(of: Self.sheet)
    try FileManager.default.removeItem(atPath: desk.lab.source + "/" + Self.sheet)
    #expect(throws: DeskProblem.self) {
      try desk.save(Self.sheet, opened, #"{ "title": "Revenu" }"#)
    }
    let base = String(decoding: JSONValue.string(opened["source"].text).encoded(), as: UTF8.self)
    _ = try desk.save(
      Self.sheet, opened, #"{ "title": "Revenu" }"#, more: #""base": \#(base)"#)
    #expect(Lines(old).changes(to: Lines(try desk.lab.bytes(of: Self.sheet))).count == 1)
  }

  @Test func saysWhereAFrontMatterIsBrokenAndOffersTheSource() async throws {
    let desk = try await OpenDesk()
    try desk.lab.write(Array("---\ntitre: Un\nphase: [a\n---\nTexte\n".utf8), to: Self.sheet)
    let opened = try desk.open(Self.sheet)
    #expect(opened["form"] == .null)
    #expect(!opened["reason"].text.isEmpty)
    #expect(opened["source"].text.contains("phase: [a"))
    let lines = opened["messages"].elements.map { $0["line"] }
    #expect(!lines.isEmpty && lines.allSatisfy { $0 == .integer(3) || $0 == .integer(4) })
    let query = try desk.query(
      #"{ "path": "\#(Self.sheet)", "version": "\#(opened["version"].text)", "#
        + #""source": "---\ntitre: Deux\n---\nTexte" }"#)
    #expect(try desk.desk.save(query, in: desk.site)["form"] != .null)
    #expect(try desk.lab.text(of: Self.sheet) == "---\ntitre: Deux\n---\nTexte\n")
  }

  @Test(arguments: [
    "archipel.yml", "../dehors.md", "content/../../dehors.md", "/etc/passwd", "content//a.md",
    "content/_types/methode.yaml", "content/_types/methode.md", "content/.cache/a.md",
    "content/methodes/./world-cafe.md", "content/methodes/world-cafe.md\u{0}",
    "content/lien.md", "content/dossier/secret.md", "content/methodes", "",
    "content/methodes/photo.png",
  ])
  func touchesNothingOutsideOfTheContent(path: String) async throws {
    let desk = try await OpenDesk()
    let files = FileManager.default
    let outside = desk.lab.source + "-dehors"
    try files.createDirectory(atPath: outside, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: outside) }
    let secret = Array("---\ntitre: Secret\n---\n".utf8)
    try Data(secret).write(to: URL(filePath: outside + "/secret.md"))
    let content = desk.lab.source + "/content"
    try files.createSymbolicLink(
      atPath: content + "/lien.md", withDestinationPath: outside + "/secret.md")
    try files.createSymbolicLink(atPath: content + "/dossier", withDestinationPath: outside)
    let text = String(decoding: JSONValue.string(path).encoded(), as: UTF8.self)
    let version = WritingDesk.version(of: secret)
    let query = try desk.query(
      #"{ "path": \#(text), "version": "\#(version)", "source": "x", "title": "X" }"#)
    #expect(throws: DeskProblem.self) { try desk.desk.open(query, in: desk.site) }
    #expect(throws: DeskProblem.self) { try desk.desk.save(query, in: desk.site) }
    #expect(throws: DeskProblem.self) { try desk.desk.delete(query, in: desk.site) }
    #expect(throws: DeskProblem.self) { try desk.desk.duplicate(query, in: desk.site) }
    #expect(try Array(Data(contentsOf: URL(filePath: outside + "/secret.md"))) == secret)
    #expect(try files.contentsOfDirectory(atPath: outside) == ["secret.md"])
  }

  @Test func takesNoPictureFromOutsideOfTheContent() async throws {
    let desk = try await OpenDesk()
    for name in ["../../archipel.yaml", "../../../../../../etc/passwd", "world-cafe.md"] {
      let query = DeskQuery(["path": Self.sheet, "name": name])
      #expect(throws: DeskProblem.self) { try desk.desk.picture(query, in: desk.site) }
    }
  }

  /// Pages show these pictures, and so does the form.
  @Test(arguments: [
    "les salles.png", "les%20salles.png", "./les salles.png", "/methodes/les salles.png",
    "../methodes/les%20salles.png",
  ])
  func findsAPictureAsPagesDo(name: String) async throws {
    let desk = try await OpenDesk()
    let png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] as [UInt8]
    let path = "content/methodes/les salles.png"
    try Data(png).write(to: URL(filePath: desk.lab.source + "/" + path))
    let query = DeskQuery(["path": Self.sheet, "name": name])
    let picture = try desk.desk.picture(query, in: desk.site)
    #expect(picture.path.text == path && picture.bytes == png)
  }

  @Test func givesTwoSheetsOfOneTitleNoCommonFile() async throws {
    let desk = try await OpenDesk()
    let query = DeskQuery(["type": "methode", "title": "World  café !"])
    #expect(throws: DeskProblem.self) { try desk.desk.create(query, in: desk.site) }
    let other = DeskQuery(["type": "methode", "title": "Une autre"])
    let created = try desk.desk.create(other, in: desk.site)
    #expect(created["path"].text == "content/methodes/une-autre.md")
    #expect(throws: DeskProblem.self) { try desk.desk.create(other, in: desk.site) }
    let copy = DeskQuery(["path": Self.sheet, "title": "Une autre"])
    #expect(throws: DeskProblem.self) { try desk.desk.duplicate(copy, in: desk.site) }
  }

  @Test func duplicatesAsADraftOfAnotherTitle() async throws {
    let desk = try await OpenDesk()
    let query = DeskQuery(["path": Self.sheet, "title": "Une copie"])
    let copy = try desk.desk.duplicate(query, in: desk.site)
    #expect(copy["path"].text == "content/methodes/une-copie.md")
    #expect(copy["values"]["fields"]["title"]["value"].text == "Une copie")
    let draft = copy["form"]["draft"]
    #expect(copy["values"]["fields"][draft["key"].text]["value"] == draft["value"])
    #expect(copy["body"] == (try desk.open(Self.sheet))["body"])
  }

  @Test func leavesAnAliasWhereAPageWas() async throws {
    let desk = try await OpenDesk()
    let opened = try desk.open(Self.sheet)
    let query = DeskQuery([
      "path": Self.sheet, "version": opened["version"].text, "name": "Café du monde",
    ])
    let renamed = try desk.desk.rename(query, in: desk.site)
    #expect(renamed["values"]["fields"]["slug"]["value"].text == "cafe-du-monde")
    #expect(
      renamed["values"]["fields"]["aliases"]["value"] == .strings(["methodes/world-cafe"]))
  }

  @Test func bringsBackWhatWasDeleted() async throws {
    let desk = try await OpenDesk()
    let old = try desk.lab.bytes(of: Self.sheet)
    let opened = try desk.open(Self.sheet)
    let query = DeskQuery(["path": Self.sheet, "version": opened["version"].text])
    let deleted = try desk.desk.delete(query, in: desk.site)
    #expect(throws: DeskProblem.self) { try desk.open(Self.sheet) }
    let back = DeskQuery(["path": Self.sheet, "trash": deleted["trash"].text])
    _ = try desk.desk.restore(back, in: desk.site)
    #expect(try desk.lab.bytes(of: Self.sheet) == old)
    #expect(throws: DeskProblem.self) { try desk.desk.restore(back, in: desk.site) }
  }

  @Test(arguments: [
    ("virus.exe", "MZ"), ("photo.jpg", "MZ\u{90}"), ("photo", "GIF89a"), (".png", "GIF89a"),
    ("page.html", "<p>"), ("script.js", "x"), ("photo.png", "<svg></svg>"),
    ("dessin.svg", "<svg><script>alert(1)</script></svg>"),
    ("dessin.svg", "<svg onload='alert(1)'></svg>"),
    ("dessin.svg", "<svg><a href='javascript:alert(1)'/></svg>"), ("notes.txt", "a\u{0}b"),
    ("../.archipel.yaml", "titre: x"),
  ])
  func takesNoFileThatIsNotWhatItsNameSays(name: String, text: String) async throws {
    let desk = try await OpenDesk()
    let before = try FileManager.default.subpathsOfDirectory(atPath: desk.lab.source).sorted()
    let query = DeskQuery(["path": Self.sheet, "name": name])
    #expect(throws: DeskProblem.self) {
      try desk.desk.upload(query, Array(text.utf8), in: desk.site)
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: desk.lab.source).sorted() == before)
  }

  @Test func putsFilesBesideTheSheetUnderFreeNames() async throws {
    let desk = try await OpenDesk()
    func upload(_ text: String) throws -> String {
      let query = DeskQuery(["path": Self.sheet, "name": "../Une photo d’été.GIF"])
      return try desk.desk.upload(query, Array(text.utf8), in: desk.site)["name"].text
    }
    #expect(try upload("GIF89a1") == "une-photo-d-ete.gif")
    #expect(try upload("GIF89a2") == "une-photo-d-ete-2.gif")
    #expect(try upload("GIF89a1") == "une-photo-d-ete.gif")
    #expect(try desk.lab.text(of: "content/methodes/une-photo-d-ete-2.gif") == "GIF89a2")
  }

  @Test func takesNoFileThatIsTooLong() throws {
    let bytes = [UInt8](repeating: 0x61, count: UploadedFile.largestSize + 1)
    #expect(throws: UploadedFile.Refusal.tooLong) {
      try UploadedFile(named: "a.txt", bytes: bytes)
    }
  }
}

/// A desk of a small site.
struct OpenDesk {
  let lab: WritingLab
  let desk: WritingDesk
  let site: DeskSite

  init() async throws {
    lab = try await WritingLab()
    desk = WritingDesk(
      source: lab.source, builtInThemes: Lab.root + "/themes", language: .french)
    site = DeskSite(lab.commons, diagnostics: [])
  }

  func query(_ text: String) throws -> DeskQuery {
    try #require(DeskQuery(json: Array(text.utf8)))
  }

  func open(_ path: String) throws -> JSONValue {
    try desk.open(DeskQuery(["path": path]), in: site)
  }

  /// Saves fields, in JSON, over what was opened.
  func save(
    _ path: String, _ opened: JSONValue, _ fields: String, more: String = #""more": """#
  ) throws -> JSONValue {
    let query = try query(
      #"{ "path": "\#(path)", "version": "\#(opened["version"].text)", "fields": \#(fields), "#
        + more + " }")
    return try desk.save(query, in: site)
  }
}
