import Authoring
import Calendars
import ContentModel
import Desk
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
    var request = BuildRequest(
      source: folder, output: folder + "/output", builtInThemes: Lab.root + "/themes",
      today: CalendarDate(secondsSince1970: 1_798_675_200))
    request.jobs = 2
    commons = try await SiteBuilder(request).preview(after: nil).commons
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

  func form(of type: ContentType) -> JSONValue {
    let language = commons.site.configuration.language
    let guide = FieldHelp(
      format: ValueFormat(commons.site.theme, language: language, siteLanguage: language),
      vocabularies: commons.site.vocabularies)
    return SheetForm(type, guide: guide).document
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
