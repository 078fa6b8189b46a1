import Foundation
import LivingSite

/// A copy of the lab's own content and theme that somebody edits, as the seed decides.
struct EditedLab {
  /// What is edited: each is a way for one change to reach other pages.
  enum Edit {
    /// Words at the end of a sheet.
    case body
    /// The title of a sheet, which lists, relations and links show.
    case title
    /// The tags or the summary of a sheet, taken away.
    case key
    /// A whole sheet that no other names, taken away.
    case sheet
  }

  private let folder: String
  private var random: SeededRandom

  /// Copies the lab to the source folder of a site.
  init(from lab: String, to site: SampleSite, seed: UInt64) throws {
    folder = site.source
    random = SeededRandom(seed: seed)
    for name in ["content", "themes"] {
      try FileManager.default.copyItem(atPath: lab + "/" + name, toPath: folder + "/" + name)
    }
    // A link that leads to what is taken away should be told, and not keep the site from being built.
    let configuration = try String(contentsOfFile: lab + "/archipel.yaml", encoding: .utf8)
    try site.write(
      configuration.replacing("strict: true", with: "strict: false"), to: "archipel.yaml")
  }

  /// Makes an edit somewhere; returns what, for whoever has to explain a difference.
  mutating func make(_ edit: Edit) throws -> String {
    switch edit {
    case .body: try change(try sheet()) { text, _ in text + "\nUne phrase de plus, **en gras**.\n" }
    case .title:
      try change(try sheet()) { text, _ in
        text.replacing(/\n(titre|title): *"?/, maxReplacements: 1) { $0.output.0 + "Nouveau " }
      }
    case .key:
      try change(try sheet()) { text, _ in
        text.replacing(/\n(tags|resume):.*(\n[ \-].*)*/, with: "", maxReplacements: 1)
      }
    case .sheet: try remove(try loneSheet())
    }
  }

  /// Returns a sheet whose slug no other file of the content writes.
  private mutating func loneSheet() throws -> String {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder + "/content")
    let texts = try names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".yaml") }.map {
      try String(contentsOfFile: folder + "/content/" + $0, encoding: .utf8)
    }
    for _ in 0..<50 {
      let sheet = try sheet()
      let slug = URL(filePath: sheet).deletingPathExtension().lastPathComponent
      if !texts.contains(where: { $0.range(of: slug) != nil }) { return sheet }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  /// Returns a sheet that has front matter and is no page of the lab's front.
  private mutating func sheet() throws -> String {
    try file("content", ending: ".md") { path in
      path.contains("/") && !path.contains("_") && !path.hasSuffix("index.md")
    }
  }

  private mutating func file(
    _ folder: String, ending: String, where isMeant: (String) -> Bool
  ) throws -> String {
    let names = try FileManager.default.subpathsOfDirectory(atPath: self.folder + "/" + folder)
      .filter { $0.hasSuffix(ending) && isMeant($0) }.sorted()
    guard let name = names.randomElement(using: &random) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return folder + "/" + name
  }

  private mutating func change(
    _ path: String, _ change: (String, inout SeededRandom) -> String
  ) throws -> String {
    let whole = folder + "/" + path
    let text = try String(contentsOfFile: whole, encoding: .utf8)
    try Data(change(text, &random).utf8).write(to: URL(filePath: whole))
    return "changed \(path)"
  }

  private func remove(_ path: String) throws -> String {
    try FileManager.default.removeItem(atPath: folder + "/" + path)
    return "removed \(path)"
  }
}
