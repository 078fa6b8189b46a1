import YAMLParsing

/// Writes values that are new to a file, as its writers would.
struct ValueWriter {
  /// What ends a line in the file.
  let lineEnd: String
  /// Whether the front matter is an object of JSON.
  let isJSON: Bool

  /// Returns a value as it follows the colon of its key, with the space or the line before it.
  ///
  /// - Parameter indent: How many spaces the line of the key starts with.
  func afterKey(_ value: EditedValue, indent: Int) -> String {
    switch value {
    case .scalar(let text, let isText):
      return " " + scalar(text, isText: isText, style: nil, parent: indent, canBreak: !isJSON)
    case .list(let elements):
      guard !isJSON, elements.contains(where: { !$0.value.isShort }) else {
        return " " + flow(value)
      }
      return lineEnd
        + elements.map { element($0.value, indent: indent + 2) }.joined(separator: lineEnd)
    case .object(let members):
      let given = members.filter { $0.value != nil }
      guard !isJSON, !given.isEmpty else { return " " + flow(value) }
      return lineEnd + String(repeating: " ", count: indent + 2)
        + self.members(given, indent: indent + 2)
    }
  }

  /// Returns an element of a list on lines of its own, its dash first.
  func element(_ value: EditedValue, indent: Int) -> String {
    String(repeating: " ", count: indent) + "- " + afterDash(value, indent: indent)
  }

  /// Returns an element of a list as it follows its dash.
  func afterDash(_ value: EditedValue, indent: Int) -> String {
    switch value {
    case .scalar(let text, let isText):
      scalar(text, isText: isText, style: nil, parent: indent, canBreak: true)
    case .object(let members) where members.contains(where: { $0.value != nil }):
      self.members(members, indent: indent + 2)
    case .list, .object: flow(value)
    }
  }

  /// Returns the line of a key with its value, and those of the value; the first without its spaces.
  func member(_ key: String, _ value: EditedValue, indent: Int) -> String {
    self.key(key) + ":" + afterKey(value, indent: indent)
  }

  private func members(_ members: [EditedValue.Member], indent: Int) -> String {
    members.compactMap { member in
      member.value.map { self.member(member.key, $0, indent: indent) }
    }.joined(separator: lineEnd + String(repeating: " ", count: indent))
  }

  /// Returns a value between brackets or braces, or a scalar, on one line.
  func flow(_ value: EditedValue) -> String {
    switch value {
    case .scalar(let text, let isText):
      return scalar(text, isText: isText, style: nil, parent: 0, canBreak: false, isInFlow: true)
    case .list(let elements):
      return "[" + elements.map { flow($0.value) }.joined(separator: ", ") + "]"
    case .object(let members):
      let parts = members.compactMap { member in
        member.value.map { flowMember(member.key, $0) }
      }
      return parts.isEmpty ? "{}" : "{ " + parts.joined(separator: ", ") + " }"
    }
  }

  /// Returns a key and its value between braces.
  func flowMember(_ key: String, _ value: EditedValue) -> String {
    self.key(key) + ": " + flow(value)
  }

  private func key(_ key: String) -> String {
    if isJSON { return YAMLScalarText.doubleQuoted(key) }
    return YAMLScalarText.plain(key, isInFlow: true, isText: true)
      ?? YAMLScalarText.doubleQuoted(key)
  }

  /// Returns a text in a style, or in one that can hold it.
  ///
  /// - Parameters:
  ///   - style: How it was written before; nil when it is new.
  ///   - parent: How many spaces the line of its key or dash starts with.
  ///   - canBreak: Whether it may take lines of its own.
  func scalar(
    _ text: String, isText: Bool, style: YAMLScalar.Style?, parent: Int, canBreak: Bool,
    isInFlow: Bool = false
  ) -> String {
    let quoted = YAMLScalarText.doubleQuoted(text)
    if isJSON { return !isText && Self.isJSONLiteral(text) ? text : quoted }
    func literal() -> String? {
      YAMLScalarText.literal(text, indent: parent + 2, parent: parent, lineEnd: lineEnd)
    }
    if canBreak, !isInFlow {
      if style == .folded,
        let folded = YAMLScalarText.folded(text, indent: parent + 2, lineEnd: lineEnd)
      {
        return folded
      }
      if style == .literal || style == .folded || text.contains("\n"), let literal = literal() {
        return literal
      }
    }
    switch style {
    case .singleQuoted: return YAMLScalarText.singleQuoted(text) ?? quoted
    case .doubleQuoted, .literal, .folded: return quoted
    case nil where isText: return quoted
    case .plain, nil:
      return YAMLScalarText.plain(text, isInFlow: isInFlow, isText: isText) ?? quoted
    }
  }

  private static func isJSONLiteral(_ text: String) -> Bool {
    ["true", "false"].contains(text)
      || text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?/) != nil
  }
}

extension EditedValue {
  /// Whether a list of such values is best read on one line.
  fileprivate var isShort: Bool {
    if case .scalar(let text, let isText) = self { !isText && !text.contains("\n") } else { false }
  }

  /// Whether nothing is in it.
  var isVoid: Bool {
    switch self {
    case .scalar: false
    case .list(let elements): elements.isEmpty
    case .object(let members): members.allSatisfy { $0.value == nil }
    }
  }
}
