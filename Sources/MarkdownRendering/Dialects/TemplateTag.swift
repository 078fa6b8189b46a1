import TextEncoding

/// A tag such as `{% hint style="info" %}`, of GitBook, Jekyll and their like.
struct TemplateTag {
  let name: String
  /// What follows the name.
  let arguments: String
  /// The length of the tag, in characters.
  let length: Int

  /// Reads the tag that starts a text, if it does.
  init?(startOf text: some StringProtocol) {
    guard text.hasPrefix("{%") else { return nil }
    let limit = text.prefix(2_000)
    guard let percent = limit.dropFirst(2).firstIndex(of: "%"),
      let brace = limit.index(percent, offsetBy: 1, limitedBy: limit.endIndex),
      brace < limit.endIndex, limit[brace] == "}"
    else { return nil }
    let start = limit.index(limit.startIndex, offsetBy: 2)
    let inside = limit[start..<percent].drop { $0 == "-" || $0 == " " }
    let name = inside.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
    guard !name.isEmpty else { return nil }
    self.name = String(name)
    arguments = String(inside.dropFirst(name.count).drop { $0 == " " })
    length = limit.distance(from: limit.startIndex, to: brace) + 1
  }

  /// Returns the value of an argument, `key="value"`.
  func value(of key: String) -> String? {
    for part in AttributeList.split(arguments) where part.hasPrefix(key + "=") {
      return String(part.dropFirst(key.count + 1).filter { $0 != "\"" && $0 != "'" })
    }
    return nil
  }
}
