import Desk
import Foundation
import Testing
import YAMLParsing

/// Sheets that are opened and saved.
struct RoundTripTests {
  @Test func keepsEveryByteOfEverySheetOfTheLab() throws {
    let sheets = try Lab.sheets()
    #expect(sheets.count > 150)
    for (path, bytes) in sheets {
      let sheet = try OpenedSheet(bytes)
      let untouched = SheetEdit(
        fields: sheet.values.compactMap { key, value in
          key.scalar.map { EditedValue.Member($0.string, value.asEdited()) }
        }, body: sheet.body)
      #expect(try sheet.bytes(applying: SheetEdit()) == bytes, "\(path)")
      #expect(try sheet.bytes(applying: untouched) == bytes, "\(path)")
    }
  }

  @Test func changesTheLinesOfOneFieldOnly() throws {
    for (path, bytes) in try Lab.sheets() {
      let sheet = try OpenedSheet(bytes)
      let keys = sheet.values.compactMap { $0.key.scalar?.string }
      for (index, entry) in sheet.values.enumerated() {
        let key = try #require(entry.key.scalar?.string)
        let changed = entry.value.changed()
        let saved = try sheet.bytes(
          applying: SheetEdit(fields: [EditedValue.Member(key, changed)], order: keys))
        let read = try OpenedSheet(saved)
        #expect(read.values[key]?.asEdited() == changed.asWritten, "\(path): \(key)")
        let firstLine = entry.key.mark.line
        let next = index + 1 < sheet.values.count ? sheet.values[index + 1].key.mark.line : nil
        #expect(
          Lines(bytes).changes(to: Lines(saved)).allSatisfy { line in
            line > firstLine - 1 && (next.map { line < $0 + 1 } ?? true)
          }, "\(path): \(key)")
      }
    }
  }

  @Test func takesAFieldOutWithItsLinesAlone() throws {
    for (path, bytes) in try Lab.sheets() {
      let sheet = try OpenedSheet(bytes)
      for (key, _) in sheet.values {
        let key = try #require(key.scalar?.string)
        let saved = try sheet.bytes(
          applying: SheetEdit(fields: [EditedValue.Member(key, nil)]))
        let read = try OpenedSheet(saved)
        #expect(read.values[key] == nil, "\(path): \(key)")
        #expect(read.values.count == sheet.values.count - 1)
        #expect(read.body == sheet.body)
      }
    }
  }
}

/// The sheets of the lab's site and of the fixtures.
enum Lab {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static func sheets() throws -> [(path: String, bytes: [UInt8])] {
    var sheets: [(String, [UInt8])] = []
    for folder in ["content", "Tests/Fixtures"] {
      let paths = FileManager.default.enumerator(atPath: root + "/" + folder)
      for case let path as String in try #require(paths)
      where path.hasSuffix(".md") && !path.contains("/expected/") && !path.contains("_depart") {
        let bytes = Array(try Data(contentsOf: URL(filePath: "\(root)/\(folder)/\(path)")))
        // Some fixtures are what other generators write: those in TOML keep their source.
        let isOthers = folder != "content" && (try? OpenedSheet(bytes)) == nil
        if !isOthers { sheets.append((folder + "/" + path, bytes)) }
      }
    }
    return sheets.sorted { $0.0 < $1.0 }
  }
}

/// The lines of a text.
struct Lines {
  let lines: [String]

  init(_ bytes: [UInt8]) {
    lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The lines of the front matter that differ, from 0 at its first.
  func changes(to other: Lines) -> [Int] {
    var first = 0
    while first < min(lines.count, other.lines.count), lines[first] == other.lines[first] {
      first += 1
    }
    var last = 0
    while last < min(lines.count, other.lines.count) - first,
      lines[lines.count - 1 - last] == other.lines[other.lines.count - 1 - last]
    {
      last += 1
    }
    return Array(first..<max(first, lines.count - last))
  }
}

extension YAMLNode {
  /// What a form gives back of a value that nobody touched.
  func asEdited(isText: Bool = true) -> EditedValue {
    switch self {
    case .scalar(let scalar): .scalar(scalar.string, isText: isText)
    case .sequence(let nodes): .list(nodes.map { EditedValue.Element($0.asEdited()) })
    case .mapping(let mapping):
      .object(mapping.map { EditedValue.Member($0.key.scalar?.string ?? "", $0.value.asEdited()) })
    }
  }

  /// The value with its last text changed, and an element moved and another added in a list.
  func changed() -> EditedValue {
    switch self {
    case .scalar(let scalar): return .scalar(scalar.string + " : « é » #1", isText: true)
    case .sequence(let nodes):
      var elements = nodes.enumerated().map { EditedValue.Element($1.asEdited(), origin: $0) }
      if let last = nodes.last {
        elements[elements.count - 1] = EditedValue.Element(last.changed(), origin: nodes.count - 1)
        elements.append(EditedValue.Element(last.changed()))
      }
      if elements.count > 2 { elements.swapAt(0, 1) }
      return .list(elements)
    case .mapping(let mapping):
      return .object(
        mapping.enumerated().map { index, entry in
          EditedValue.Member(
            entry.key.scalar?.string ?? "",
            index == mapping.count - 1 ? entry.value.changed() : entry.value.asEdited())
        })
    }
  }
}

extension EditedValue {
  /// The value as it is read again.
  var asWritten: EditedValue {
    switch self {
    case .scalar(let text, _): .scalar(text, isText: true)
    case .list(let elements): .list(elements.map { Element($0.value.asWritten) })
    case .object(let members): .object(members.map { Member($0.key, $0.value?.asWritten) })
    }
  }
}
