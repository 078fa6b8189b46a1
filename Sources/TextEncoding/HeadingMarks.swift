/// What a heading ends in that is none of its words: `##`, and attributes in braces.
public enum HeadingMarks {
  /// Returns a heading without the marks at its end.
  public static func removed(from heading: String) -> String {
    let words = withoutClosingMarks(heading[...])
    guard words.last == "}", let brace = words.lastIndex(of: "{") else { return String(words) }
    let inside = words[words.index(after: brace)...].dropLast()
    return attributes(in: inside) == nil ? String(words) : words[..<brace].trimmed
  }

  /// Returns the attributes between the braces that end a heading, as Pandoc, kramdown and MkDocs write
  /// them: `#id`, ` #id `, `: #id .class`, `.class #id`; nil where they are words.
  public static func attributes(in inside: Substring) -> [Substring]? {
    let list = inside.first == ":" ? inside.dropFirst() : inside
    let attributes = list.split(separator: " ")
    return attributes.isEmpty || !attributes.allSatisfy(isAttribute) ? nil : attributes
  }

  private static func withoutClosingMarks(_ heading: Substring) -> Substring {
    var words = heading
    while words.last == "#" { words = words.dropLast() }
    // `C#` ends in a letter of its own.
    guard words.count < heading.count, words.last.map({ $0 == " " }) ?? true else { return heading }
    return Substring(words.trimmed)
  }

  private static func isAttribute(_ text: Substring) -> Bool {
    let rest = text.dropFirst()
    switch text.first {
    case "#": return rest.first?.isLetter == true && rest.allSatisfy(isNameLetter)
    case ".": return !rest.isEmpty && rest.allSatisfy(isNameLetter)
    case "-": return rest.isEmpty
    default:
      let parts = text.split(separator: "=", maxSplits: 1)
      return parts.count == 2 && text.first?.isLetter == true && parts[0] != "lang"
    }
  }

  private static func isNameLetter(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || "-_.:".contains(letter)
  }
}
