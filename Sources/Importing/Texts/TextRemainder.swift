import ContentModel
import TextEncoding

/// What no field of a sheet takes, as Markdown for the end of its text.
enum TextRemainder {
  /// Returns values by their keys: on a line each, or as lists where they hold more than a line.
  static func markdown(of values: [(String, DataValue)]) -> String {
    values.map { key, value in
      isLine(value)
        ? "\n\n**\(key)** : \(words(of: value))" : "\n\n**\(key)** :\n\n\(block(of: value))"
    }.joined()
  }

  /// Returns lines of a front matter as code.
  static func code(of lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    let text = lines.joined(separator: "\n")
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    return "\n\n\(fence)yaml\n\(text)\n\(fence)"
  }

  private static func isLine(_ value: DataValue) -> Bool {
    func isShort(_ value: DataValue) -> Bool {
      switch value {
      case .null: true
      case .text(let text): !text.trimmed.contains(where: \.isNewline)
      case .list, .object: false
      }
    }
    return switch value {
    case .null, .text: isShort(value)
    case .list(let values): values.allSatisfy(isShort)
    case .object(let members): members.values.allSatisfy(isShort)
    }
  }

  private static func words(of value: DataValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): text.trimmed
    case .list(let values): values.map(words).joined(separator: ", ")
    case .object(let members):
      sorted(members).map { "\($0.key) : \(words(of: $0.value))" }.joined(separator: ", ")
    }
  }

  private static func block(of value: DataValue) -> String {
    switch value {
    case .null, .text: words(of: value)
    case .list(let values):
      values.map { "- " + (isLine($0) ? words(of: $0) : indented(block(of: $0))) }
        .joined(separator: "\n")
    case .object(let members):
      sorted(members).map { key, value in
        isLine(value)
          ? "- \(key) : \(words(of: value))" : "- \(key) :\n\n  \(indented(block(of: value)))"
      }.joined(separator: "\n")
    }
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { place, line in
      place == 0 || line.isEmpty ? String(line) : "  " + line
    }.joined(separator: "\n")
  }

  /// What a value is called comes first.
  private static func sorted(
    _ members: [String: DataValue]
  ) -> [(key: String, value: DataValue)] {
    let names = ["titre", "title", "nom", "name", "question"]
    return members.sorted { left, right in
      let ranks = [left, right].map { names.firstIndex(of: $0.key) ?? names.count }
      return (ranks[0], left.key) < (ranks[1], right.key)
    }
  }
}
