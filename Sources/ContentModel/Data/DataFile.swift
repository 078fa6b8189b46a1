public import Diagnostics
import Foundation
import SwiftCSV

/// Reads `content/_data/NAME.yaml`, `.json` and `.csv`.
public enum DataFile {
  /// The extensions of data files.
  public static let extensions: Set<String> = ["yaml", "yml", "json", "csv"]

  /// Reads a file; nothing when it cannot be read, which is then reported.
  ///
  /// A CSV file gives a list of objects, its first line naming the keys.
  public static func load(
    path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> DataValue? {
    switch path.split(separator: ".").last {
    case "json": json(path: path, text: text, reporting: &diagnostics)
    case "csv": csv(path: path, text: text, reporting: &diagnostics)
    default: yaml(path: path, text: text, reporting: &diagnostics)
    }
  }

  private static func yaml(
    path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> DataValue? {
    let yaml = YAMLText(path: path, firstLine: 1, text: text)
    guard let root = yaml.compose(reporting: &diagnostics) else { return nil }
    let value = DataValue(root)
    if value == nil { diagnostics.append(.dataTooLarge(at: SourceLocation(path: path))) }
    return value
  }

  private static func csv(
    path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> DataValue? {
    do {
      let table = try NamedCSV(string: text)
      return .list(
        table.rows.map { row in .object(row.mapValues(DataValue.text)) })
    } catch {
      diagnostics.append(.unreadableData("\(error)", at: SourceLocation(path: path)))
      return nil
    }
  }

  private static func json(
    path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> DataValue? {
    do {
      return try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8)).value
    } catch {
      let (problem, offset) = jsonProblem(in: text) ?? ("\(error)", nil)
      let position = offset.map { LineIndex(Array(text.utf8)).position(atByte: $0) }
      diagnostics.append(
        .unreadableData(problem, at: SourceLocation(path: path, position: position)))
      return nil
    }
  }

  /// Finds what is wrong with a JSON text, and at which byte.
  ///
  /// The decoder does not say; the older serialization does, though in a sentence alone, such as
  /// “Invalid value around character 15.”, which counts bytes.
  private static func jsonProblem(in text: String) -> (problem: String, offset: Int?)? {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      return nil
    } catch {
      let sentence = (error as NSError).userInfo["NSDebugDescription"] as? String ?? "\(error)"
      let parts = sentence.split(separator: " around character ")
      let problem = parts.first.map(String.init) ?? sentence
      if parts.count == 2 { return (problem, Int(parts[1].prefix { $0.isNumber })) }
      return (problem, sentence.hasPrefix("Unexpected end of file") ? text.utf8.count : nil)
    }
  }
}

/// A JSON document of any shape.
private struct JSONTree: Decodable {
  let value: DataValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .null
    } else if let text = try? container.decode(String.self) {
      value = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      value = .text(flag ? "true" : "false")
    } else if let number = try? container.decode(Int.self) {
      value = .text(String(number))
    } else if let number = try? container.decode(Double.self) {
      value = .text(String(number))
    } else if let list = try? container.decode([JSONTree].self) {
      value = .list(list.map(\.value))
    } else {
      value = .object(try container.decode([String: JSONTree].self).mapValues(\.value))
    }
  }
}
