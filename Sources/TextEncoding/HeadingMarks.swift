/// The marks at the end of a heading, which are not words of it: `##`, and attributes in braces.
public enum HeadingMarks {
  /// Returns a heading without the marks at its end.
  public static func removed(from heading: String) -> String {
    if let heading = withoutDocsifyMarks(heading) { return removed(from: heading.words) }
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

  /// Returns a heading without what docsify has at its end, `:id=name` and `{docsify-ignore}`, and the id that
  /// this gives; nil where there is neither.
  public static func withoutDocsifyMarks(_ heading: String) -> (words: String, id: String?)? {
    var words = heading.trimmed
    var (id, isMarked): (String?, Bool) = (nil, false)
    for mark in ["{docsify-ignore}", "{docsify-ignore-all}"] where words.hasSuffix(mark) {
      words = words.dropLast(mark.count).trimmed
      isMarked = true
    }
    if let space = words.lastIndex(of: " ") {
      let name = words[words.index(after: space)...]
      if name.hasPrefix(":id="), name.count > 4, !name.contains(where: { "{}<>\"".contains($0) }) {
        id = String(name.dropFirst(4))
        words = words[..<space].trimmed
      }
    }
    return isMarked || id != nil ? (words, id) : nil
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
