/// The marks at the end of a heading, which are not words of it: `##`, and attributes in braces.
public enum HeadingMarks {
  /// Returns a heading without the marks at its end.
  public static func removed(from heading: String) -> String {
    let words = withoutClosingMarks(heading[...])
    guard words.last == "}", let brace = words.lastIndex(of: "{") else { return String(words) }
    let inside = words[words.index(after: brace)...].dropLast()
    return attributes(in: inside) == nil ? String(words) : words[..<brace].trimmed
  }

  /// Returns the attributes between the braces that end a heading, as ``AttributeList`` reads them, or the
  /// `-` by which Pandoc gives it no number; nil where they are words.
  public static func attributes(in inside: some StringProtocol) -> [String]? {
    if inside == "-" { return [] }
    return AttributeList.attributes(in: inside)
  }

  private static func withoutClosingMarks(_ heading: Substring) -> Substring {
    var words = heading
    while words.last == "#" { words = words.dropLast() }
    // `C#` ends in a letter of its own.
    guard words.count < heading.count, words.last.map({ $0 == " " || $0 == "\t" }) ?? true else {
      return heading
    }
    return Substring(words.trimmed)
  }
}
