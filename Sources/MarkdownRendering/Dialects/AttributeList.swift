/// Attributes in braces, `{: .class #id key="value" }`, as kramdown, MkDocs and Pandoc write them.
enum AttributeList {
  /// The most bytes that a list is looked for in.
  static let maxLength = 300

  /// Returns the attributes of a list, its braces left out.
  static func split(_ inside: some StringProtocol) -> [String] {
    var parts: [String] = []
    var part = ""
    var quote: Character?
    for character in inside {
      if character == quote {
        quote = nil
        part.append(character)
      } else if quote == nil, character == " " {
        if !part.isEmpty { parts.append(part) }
        part = ""
      } else {
        if quote == nil, character == "\"" || character == "'" { quote = character }
        part.append(character)
      }
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }

  /// Whether what is between two braces is a list of attributes, and no tag of a template.
  static func isList(_ inside: some StringProtocol) -> Bool {
    var inside = inside[...]
    let isMarked = inside.first == ":"
    if isMarked { inside = inside.dropFirst() }
    // Logseq writes « {:height 560, :width 960} ».
    if isMarked, ["height ", "width "].contains(where: inside.hasPrefix) {
      return inside.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ":, ".contains($0)) }
    }
    let parts = split(inside)
    if isMarked, parts.allSatisfy({ DialectReader.isName($0) || isAttribute($0) }) { return true }
    return !parts.isEmpty && parts.allSatisfy(isAttribute) && !inside.hasPrefix("lang=")
  }

  private static func isAttribute(_ part: String) -> Bool {
    if part.hasPrefix(".") || part.hasPrefix("#") {
      return part.dropFirst().utf8.allSatisfy { $0 > 0x2C && $0 != 0x7B && $0 != 0x7D }
        && part.count > 1
    }
    guard let equals = part.firstIndex(of: "="), equals != part.startIndex else { return false }
    return part[..<equals].utf8.allSatisfy {
      $0 == 0x2D || $0 == 0x5F || $0 == 0x3A || (0x61...0x7A).contains($0 | 0x20)
    }
  }
}
