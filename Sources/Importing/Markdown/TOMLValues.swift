import ContentModel
import TextEncoding

/// The values that Hugo’s front matter holds between `+++`: the keys with a text, a number, a day,
/// yes or no, or a
/// list of such, on one line or several; keys of a table bear its name (TOML 1.0).
struct TOMLValues {
  private(set) var values: [(key: String, value: DataValue)] = []
  /// The lines that say something else.
  private(set) var unread: [String] = []

  init(_ text: String) {
    var table = ""
    var lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }[...]
    while var line = lines.popFirst() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]"), !line.contains("=") {
        table = line.trimmingBrackets + "."
        continue
      }
      guard let equals = line.firstIndex(of: "=") else {
        unread.append(line)
        continue
      }
      while line[equals...].dropFirst().drop(while: { $0 == " " }).hasPrefix("["),
        !line.hasSuffix("]"), let next = lines.popFirst()
      {
        line += " " + next
      }
      let key = String(line[..<equals]).trimmed.filter { $0 != "\"" }
      if let value = Self.value(String(line[equals...].dropFirst()).trimmed) {
        values.append((table == "params." ? key : table + key, value))
      } else {
        unread.append(line)
      }
    }
  }

  private static func value(_ text: String) -> DataValue? {
    if text.hasPrefix("["), text.hasSuffix("]") {
      var elements: [DataValue] = []
      for part in parts(of: text.dropFirst().dropLast()) where !part.isEmpty {
        guard let value = Self.value(part) else { return nil }
        elements.append(value)
      }
      return .list(elements)
    }
    for quote in ["\"", "'"] where text.hasPrefix(quote) {
      guard text.count >= 2, text.hasSuffix(quote), !text.hasPrefix(quote + quote + quote) else {
        return nil
      }
      let inside = String(text.dropFirst().dropLast())
      guard quote == "\"" else { return .text(inside) }
      return .text(
        inside.replacing("\\\"", with: "\"").replacing("\\n", with: "\n").replacing(
          "\\\\", with: "\\"))
    }
    let plain = text.prefix { $0 != "#" }
    let isPlain = plain.allSatisfy { $0.isLetter || $0.isNumber || "+-.:_ ".contains($0) }
    return isPlain && !plain.isEmpty ? .text(String(plain).trimmed) : nil
  }

  /// Cuts a list between its commas, those between quotes left alone.
  private static func parts(of text: Substring) -> [String] {
    var (parts, part, quote) = ([String](), "", Character?.none)
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "," {
        parts.append(part.trimmed)
        part = ""
        continue
      }
      part.append(character)
    }
    return parts + [part.trimmed]
  }
}

extension String {
  fileprivate var trimmingBrackets: String { filter { $0 != "[" && $0 != "]" }.trimmed }
}
