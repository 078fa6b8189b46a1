import Authoring
import Calendars
import ContentModel
import Desk
import Diagnostics
import Foundation
import Formats
import SiteBuilding
import SiteGraph
import SiteLoading

/// A small site with the types and the vocabularies of the lab, and some of its sheets.
final class WritingLab {
  let source: String
  let commons: LinkedSite

  init() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    source = folder
    try FileManager.default.createDirectory(
      atPath: folder + "/content/methodes", withIntermediateDirectories: true)
    let paths =
      ["archipel.yaml", "content/_types", "content/_vocabularies"]
      + ["world-cafe", "inclusion-tour-de-parole", "forum-ouvert"].map {
        "content/methodes/\($0).md"
      }
    for path in paths {
      try FileManager.default.copyItem(
        atPath: Lab.root + "/" + path, toPath: folder + "/" + path)
    }
    commons = try await Self.build(folder)
  }

  /// Writes a site of its own: the texts of its files, by their paths.
  init(files: [String: String]) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    source = folder
    for (path, text) in files {
      let file = URL(filePath: folder + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    commons = try await Self.build(folder)
  }

  private static func build(_ folder: String) async throws -> LinkedSite {
    var request = BuildRequest(
      source: folder, output: folder + "/output", builtInThemes: Lab.root + "/themes",
      today: CalendarDate(secondsSince1970: 1_798_675_200))
    request.jobs = 2
    return try await SiteBuilder(request).preview(after: nil).commons
  }

  deinit { try? FileManager.default.removeItem(atPath: source) }

  func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: source + "/" + path)))
  }

  func text(of path: String) throws -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: source + "/" + path))
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: source + "/" + path)
  }

  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: source + "/" + path)
  }

  func form(of type: ContentType) -> JSONValue {
    let language = commons.site.configuration.language
    let guide = FieldHelp(
      format: ValueFormat(commons.site.theme, language: language, siteLanguage: language),
      vocabularies: commons.site.vocabularies)
    return SheetForm(type, guide: guide).document
  }
}

extension OpenDesk {
  /// Opens a desk of a site of its own: the texts of its files, by their paths.
  init(files: [String: String]) async throws {
    lab = try await WritingLab(files: files)
    desk = WritingDesk(
      source: lab.source, builtInThemes: Lab.root + "/themes", language: .french)
    site = DeskSite(lab.commons, diagnostics: [])
  }

  /// Saves a whole source over what was opened.
  func save(
    _ path: String, _ opened: JSONValue, source: String, base: String? = nil
  ) throws -> JSONValue {
    var values = ["path": path, "version": opened["version"].text, "source": source]
    values["base"] = base
    return try desk.save(DeskQuery(values), in: site)
  }
}

extension JSONValue {
  subscript(key: String) -> JSONValue {
    guard case .object(let members) = self else { return .null }
    return members.first { $0.key == key }?.value ?? .null
  }

  var text: String { if case .string(let text) = self { text } else { "" } }

  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The field and the fields of its objects.
  var withParts: [JSONValue] { [self] + self["fields"].elements.flatMap(\.withParts) }
}
