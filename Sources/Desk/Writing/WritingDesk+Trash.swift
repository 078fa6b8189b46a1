package import Formats
import ContentModel
import SiteFiles
import YAMLParsing

extension WritingDesk {
  /// The most sheets that the trash is said to hold: the last ones.
  private static let maxListedSheets = 100

  /// Lists the sheets in the trash that nothing has taken the place of, the last one first.
  package func trash(in site: DeskSite) -> JSONValue {
    let folders = (try? files.entries(of: [ContentFiles.trashFolder])) ?? []
    let numbers = folders.filter { $0.kind == .folder }.compactMap { Int($0.name) }
      .sorted(by: >)
    var sheets: [JSONValue] = []
    for number in numbers where sheets.count < Self.maxListedSheets {
      guard let path = sheet(inTrash: number, in: site) else { continue }
      sheets.append(entry(number, path))
    }
    return ["sheets": .array(sheets)]
  }

  private func entry(_ number: Int, _ path: ContentPath) -> JSONValue {
    let time = try? files.time(of: [ContentFiles.trashFolder, String(number)])
    return [
      "path": .string(path.text), "trash": .string(String(number)),
      "title": .string(title(ofTrashed: path, number) ?? path.name),
      "time": time.map { .integer($0) } ?? .null,
    ]
  }

  /// The path that a deleted sheet had; nil for a number that is not in the trash, or when another file
  /// has that path now.
  private func sheet(inTrash number: Int, in site: DeskSite) -> ContentPath? {
    var parts: [String] = []
    // A folder of the trash holds one file, however deep.
    while parts.count <= ContentPath.maxParts {
      let place = [ContentFiles.trashFolder, String(number)] + parts
      guard let entry = (try? files.entries(of: place))?.first else { return nil }
      parts.append(entry.name)
      guard entry.kind != .folder else { continue }
      let text = parts.joined(separator: "/")
      guard entry.kind == .file,
        let path = ContentPath(
          text, content: site.contentFolder, isOfSite: site.hasSheet(at: text)),
        path.isSheet, (try? files.isTaken(path)) == false
      else { return nil }
      return path
    }
    return nil
  }

  private func title(ofTrashed path: ContentPath, _ number: Int) -> String? {
    guard let bytes = try? files.readTrash(path, number, atMost: OpenedSheet.largestSize),
      let sheet = try? OpenedSheet(bytes)
    else { return nil }
    let key = sheet.values.first {
      ContentType.page.field($0.key.scalar?.string ?? "")?.key == "title"
    }
    return key?.value.scalar?.string
  }
}
