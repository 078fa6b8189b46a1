import TextEncoding

/// The tag that opens an element at the start of a line, of HTML or of MDX.
struct ElementTag {
  let name: String
  /// The tag as HTML has it: without `markdown`, and without values between braces.
  let opening: String
  /// What follows it on its line.
  let rest: Substring
  /// Whether it closes its element.
  let isClosed: Bool
  private let attributes: [String]

  /// The most characters of a tag.
  private static let maxLength = 1_000

  /// Reads the tag that starts a text; nil when none does, or it does not end there.
  init?(startOf text: String) {
    let written = text.dropFirst().prefix(80).prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-")
    }
    guard text.first == "<", written.first?.isLetter == true, let end = Self.end(of: text) else {
      return nil
    }
    name = String(written)
    rest = text[text.index(after: end)...]
    var inside = text[written.endIndex..<end]
    isClosed = inside.last == "/"
    if isClosed { inside = inside.dropLast() }
    guard inside.isEmpty || inside.first == " " else { return nil }
    attributes = AttributeList.split(inside)
    let kept = attributes.filter { !Self.isMarkdown($0) && Self.isHTML($0) }
    opening = (["<" + name] + kept).joined(separator: " ") + (isClosed ? "/>" : ">")
  }

  var isDetails: Bool { name == "details" }
  /// Whether it is a component of MDX: its name starts with a capital, and has small letters.
  var isComponent: Bool { name.first?.isUppercase == true && name.contains(where: \.isLowercase) }
  /// Whether its content is Markdown.
  var holdsMarkdown: Bool {
    isComponent || isDetails || attributes.contains(where: Self.isMarkdown)
  }
  /// What its end tag starts with.
  var end: String { "</" + name }

  /// Returns the value of an attribute, when it is a text.
  func value(of key: String) -> String? {
    for attribute in attributes where attribute.hasPrefix(key + "=") {
      let value = attribute.dropFirst(key.count + 1)
      guard let quote = value.first, quote == "\"" || quote == "'", value.count > 1 else {
        return nil
      }
      return String(value.dropFirst().dropLast())
    }
    return nil
  }

  private static func isMarkdown(_ attribute: String) -> Bool {
    attribute == "markdown" || attribute.hasPrefix("markdown=") && attribute != "markdown=\"0\""
  }

  private static func isHTML(_ attribute: String) -> Bool {
    let parts = attribute.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, name.first?.isLetter == true,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) })
    else { return false }
    guard parts.count == 2, let value = parts.last else { return true }
    if let quote = value.first, quote == "\"" || quote == "'" {
      return value.count > 1 && value.last == quote
    }
    return !value.isEmpty
      && value.allSatisfy { $0.isLetter || $0.isNumber || "-_./#%:".contains($0) }
  }

  /// Returns where the tag ends: at a `>` outside of quotes and braces.
  private static func end(of text: String) -> String.Index? {
    var (quote, depth): (Character?, Int) = (nil, 0)
    for index in text.indices.prefix(maxLength) {
      let sign = text[index]
      if let open = quote {
        if sign == open { quote = nil }
      } else if sign == "\"" || sign == "'" {
        quote = sign
      } else if sign == "{" {
        depth += 1
      } else if sign == "}" {
        depth -= 1
      } else if sign == ">", depth <= 0 {
        return index
      }
    }
    return nil
  }
}
