import Foundation
import Testing

/// The program knows no field of the lab by name: a type says which of its fields has which part.
struct LabNameTests {
  private static let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The modules that handle sheets and know no key but the core ones; `ContentModel` reads the keys of
  /// declarations, which bear some of the same names.
  private static let modules = [
    "Authoring", "BuildCache", "CommandLineTool", "Outputs", "PreviewServer",
    "Proofreading", "SiteBuilding", "SiteGraph", "SiteLoading",
  ]

  /// Names of other things that fields of the lab happen to bear: the ends of a range, which any object
  /// may have; a part of a date in the words of a theme; the folder of themes; where an entry of a menu of
  /// Hugo leads.
  private static let others: Set = ["min", "max", "annee", "themes", "url"]

  private static func text(of path: String) throws -> String {
    try String(contentsOf: repository.appending(path: path), encoding: .utf8)
  }

  private static func files(below folder: String, ending: String) throws -> [String] {
    let path = repository.appending(path: folder).path
    return try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
  }

  /// The keys of the fields that the lab's types declare, those inside objects included.
  private static func fields() throws -> Set<String> {
    var keys: Set<String> = []
    for path in try files(below: "content/_types", ending: ".yaml") {
      let lines = try text(of: path).split(separator: "\n")
      for (line, next) in zip(lines, lines.dropFirst() + [""]) {
        guard let match = line.prefixMatch(of: /( +)([a-z_]+): *(\{ *libelle:.*)?/) else {
          continue
        }
        if match.3 != nil || next.hasPrefix(match.1 + "  libelle:") { keys.insert(String(match.2)) }
      }
    }
    return keys
  }

  /// The keys that every type has.
  private static func coreKeys() throws -> Set<String> {
    let text = try text(of: "Sources/ContentModel/Types/CoreKey.swift")
    return Set(text.matches(of: /"([a-z_]+)"/).map { String($0.1) })
  }

  /// The names that a line of Swift looks up or compares with, those of what it makes left out.
  private static func lookups(in line: Substring) -> [String] {
    guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { return [] }
    let name = "\"([a-z_]+)\""
    let patterns = [
      "\\[\(name)[\\],]", "[\\[(]\"[a-z_]+\", \(name)", "[!=]= \(name)", "case \(name)",
      "\\b(?:field|text|location)\\((?:of: |ofKey: )?\(name)[,)]", "let \\w+ = \(name)",
    ]
    let line = line.replacing("words.text(", with: "words(")
    return patterns.compactMap { try? Regex<(Substring, Substring)>($0) }
      .flatMap { line.matches(of: $0).map { String($0.output.1) } }
  }

  @Test func noFieldOfTheLabIsNamed() throws {
    let fields = try Self.fields()
    #expect(fields.count > 100)
    #expect(fields.isSuperset(of: ["revoir_le", "minutes", "credits", "auteur", "statut"]))
    let allowed = try Self.coreKeys().union(Self.others)
    let sought = Set(fields.subtracting(allowed).map { $0[...] })
    var named: [String] = []
    for module in Self.modules {
      for path in try Self.files(below: "Sources/" + module, ending: ".swift") {
        for line in try Self.text(of: path).split(separator: "\n") {
          guard !sought.isDisjoint(with: line.split(separator: "\"")) else { continue }
          named += Self.lookups(in: line).filter { sought.contains($0[...]) }
            .map { "\(path): \($0)" }
        }
      }
    }
    #expect(named == [])
  }

  @Test(arguments: [
    (#"["revoir_le", "review_by"].compactMap { key in"#, "revoir_le"),
    (#"(sheet.fields["credits"]?.elements ?? []).compactMap"#, "credits"),
    (#"title: text("titre", "title"), author: text("auteur", "author"),"#, "auteur"),
    (#"case .integer(let step) = values["minutes"] {"#, "minutes"),
    (#"where field.key == "statut" {"#, "statut"),
    (#"private static let credits = "credits""#, "credits"),
  ])
  func findsANameThatIsLookedUp(line: String, name: String) {
    #expect(Self.lookups(in: line[...]).contains(name))
  }

  @Test(arguments: [
    #"JSONMember("minutes", .integer(activity.minutes)),"#, #"("licence", .none),"#,
    #""url": .text(url), "#, #"// fields["credits"]"#, #"format.words.text("minutes", ["n": n])"#,
  ])
  func leavesNamesThatAreMade(line: String) {
    #expect(Self.lookups(in: line[...]) == [])
  }
}
