/// Writes texts as scalars that libyaml, and readers of YAML 1.2, read back as they were.
public enum YAMLScalarText {
  /// Returns a text between double quotes, on one line.
  public static func doubleQuoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      case "\r": written += "\\r"
      case _ where isPrintable(scalar): written.unicodeScalars.append(scalar)
      default: written += escaped(scalar)
      }
    }
    return written + "\""
  }

  /// Returns a text between single quotes; nil when it holds what only an escape can say.
  public static func singleQuoted(_ text: String) -> String? {
    guard text.unicodeScalars.allSatisfy(isPrintable) else { return nil }
    return "'" + text.replacing("'", with: "''") + "'"
  }

  /// Returns a text without quotes; nil when it would be read as something else.
  ///
  /// - Parameters:
  ///   - isInFlow: Whether it stands between brackets or braces.
  ///   - isText: Whether other readers must not take it for a number, a date, or yes or no.
  public static func plain(_ text: String, isInFlow: Bool, isText: Bool) -> String? {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      text.unicodeScalars.allSatisfy(isPrintable), first != " ", last != " ", last != ":",
      !startsOtherwise(first, text), !nulls.contains(text),
      !text.contains(": "), !text.contains(" #"), !text.hasPrefix("...")
    else { return nil }
    if isInFlow, text.unicodeScalars.contains(where: { flowSigns.contains($0) }) { return nil }
    return isText && looksTyped(text, first) ? nil : text
  }

  /// Returns a text on lines of its own, after `|`; nil when a line holds what only an escape can say.
  ///
  /// - Parameters:
  ///   - indent: How many spaces each line starts with.
  ///   - parent: How many spaces the lines of the mapping or list above start with.
  ///   - lineEnd: What ends a line in the file.
  public static func literal(
    _ text: String, indent: Int, parent: Int, lineEnd: String = "\n"
  ) -> String? {
    guard text.unicodeScalars.allSatisfy({ $0 == "\n" || $0 == "\t" || isPrintable($0) }) else {
      return nil
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var chomping = "-"
    if text.hasSuffix("\n") {
      lines.removeLast()
      chomping = text.hasSuffix("\n\n") || text == "\n" ? "+" : ""
    }
    guard lines.contains(where: { !$0.isEmpty }) else { return nil }
    // Where the text starts with a space, libyaml must be told how many are not of it.
    let startsOddly = lines.first.map { $0.isEmpty || $0.hasPrefix(" ") || $0.hasPrefix("\t") }
    let width = indent - parent
    guard startsOddly != true || 1...9 ~= width else { return nil }
    let header = "|" + (startsOddly == true ? String(width) : "") + chomping
    let spaces = String(repeating: " ", count: indent)
    return ([header] + lines.map { $0.isEmpty ? "" : spaces + $0 }).joined(separator: lineEnd)
  }

  /// Returns a text whose lines are cut between words, after `>`; nil when its spaces would not come back.
  public static func folded(_ text: String, indent: Int, lineEnd: String = "\n") -> String? {
    var content = text[...]
    var chomping = "-"
    if content.hasSuffix("\n") {
      content = content.dropLast()
      chomping = ""
    }
    let paragraphs = content.split(separator: "\n", omittingEmptySubsequences: false)
    let spaces = String(repeating: " ", count: indent)
    var lines: [String] = []
    for (index, paragraph) in paragraphs.enumerated() {
      guard !paragraph.isEmpty, paragraph.unicodeScalars.allSatisfy(isPrintable),
        paragraph.first != " ", paragraph.last != " ", !paragraph.contains("  ")
      else { return nil }
      if index > 0 { lines.append("") }
      var line = spaces
      for word in paragraph.split(separator: " ") {
        if line.count > indent, line.count + 1 + word.count > foldedWidth {
          lines.append(line)
          line = spaces
        }
        line += (line.count > indent ? " " : "") + word
      }
      lines.append(line)
    }
    return ([">" + chomping] + lines).joined(separator: lineEnd)
  }

  private static let foldedWidth = 100
  private static let nulls: Set<String> = ["~", "null", "Null", "NULL", "<<", "="]
  private static let flowSigns = Set(",[]{}:?#".unicodeScalars)
  private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`".unicodeScalars)

  /// Whether the start of a text means something to YAML; a minus sign before a digit does not.
  private static func startsOtherwise(_ first: Unicode.Scalar, _ text: String) -> Bool {
    guard indicators.contains(first) else { return false }
    return first != "-" || text.unicodeScalars.dropFirst().first.map { "0"..."9" ~= $0 } != true
  }

  private static func looksTyped(_ text: String, _ first: Unicode.Scalar) -> Bool {
    if "0"..."9" ~= first || first == "." || first == "+" || first == "-" { return true }
    return ["true", "false", "yes", "no", "on", "off", "y", "n", "oui", "non", "vrai", "faux"]
      .contains(text.lowercased())
  }

  /// Whether a character may stand in a line as it is.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\\u" + zeros + digits
  }
}
