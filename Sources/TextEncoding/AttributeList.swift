/// Attributes in braces, `{: .class #id key="value" }`, as kramdown, MkDocs and Pandoc write them.
public enum AttributeList {
  /// The most bytes that a list is looked for in.
  public static let maxLength = 300

  /// Returns the attributes of a list, its braces left out.
  public static func split(_ inside: some StringProtocol) -> [String] {
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

  /// Returns the attributes between two braces; nil where they are words, or a tag of a template.
  public static func attributes(in inside: some StringProtocol) -> [String]? {
    guard inside.utf8.count <= maxLength else { return nil }
    let isMarked = inside.first == ":"
    let list = isMarked ? inside.dropFirst() : inside[...]
    if isMarked, let size = size(in: list) { return size }
    let parts = split(list)
    if isMarked, parts.allSatisfy({ isWord($0) || isAttribute($0) }) { return parts }
    let isList = !parts.isEmpty && parts.allSatisfy(isAttribute) && !list.hasPrefix("lang=")
    return isList ? parts : nil
  }

  /// Returns the size that Logseq writes after a picture, « height 560, :width 960 », as attributes.
  private static func size(in list: some StringProtocol) -> [String]? {
    guard list.hasPrefix("height ") || list.hasPrefix("width ") else { return nil }
    var attributes: [String] = []
    for pair in list.split(separator: ",") {
      let words = pair.split { $0 == " " || $0 == ":" }
      guard words.count == 2, words.allSatisfy({ isWord(String($0)) }) else { return nil }
      attributes.append(words[0] + "=" + words[1])
    }
    return attributes
  }

  /// Whether what is between two braces is a list of attributes, and no tag of a template.
  public static func isList(_ inside: some StringProtocol) -> Bool {
    attributes(in: inside) != nil
  }

  /// Returns the id that attributes give.
  public static func id(in attributes: [String]) -> String? {
    for attribute in attributes {
      if attribute.hasPrefix("#") { return String(attribute.dropFirst()) }
      guard attribute.hasPrefix("id=") else { continue }
      let id = attribute.dropFirst(3).filter { $0 != "\"" && $0 != "'" }
      if !id.isEmpty, !id.contains(where: \.isWhitespace) { return id }
    }
    return nil
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

  private static func isWord(_ part: String) -> Bool {
    part.utf8.allSatisfy {
      $0 >= 0x80 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
    }
  }
}
