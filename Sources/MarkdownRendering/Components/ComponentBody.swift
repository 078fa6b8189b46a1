public import Diagnostics

/// The keys and values of a component's body, or of an element of one of its lists.
///
/// Each accessor returns a value in the form asked for, and reports a value that has another.
public struct ComponentBody: Sendable {
  /// Where the body starts: its fence, or the first key of an element.
  public let location: SourceLocation
  private let entries: [ComponentEntry]

  init(location: SourceLocation, entries: [ComponentEntry]) {
    self.location = location
    self.entries = entries
  }

  /// Reports the keys that are not among the known ones, and those given twice.
  public func checkKeys(_ known: [String], in context: inout ComponentContext) {
    var seen: Set<String> = []
    for entry in entries {
      if !known.contains(entry.key) {
        context.report(.componentUnknownKey(entry.key, among: known, at: entry.location))
      } else if !seen.insert(entry.key).inserted {
        context.report(.componentRepeatedKey(entry.key, at: entry.location))
      }
    }
  }

  /// Returns a text that may be left out or empty.
  public func text(_ key: String, in context: inout ComponentContext) -> ComponentText? {
    guard let entry = entry(key) else { return nil }
    guard case .scalar(let text) = entry.value.content else {
      context.report(.componentNotText(key, at: entry.value.location))
      return nil
    }
    return text.isEmpty ? nil : ComponentText(text: text, location: entry.value.location)
  }

  /// Returns a text that must be there.
  public func requiredText(_ key: String, in context: inout ComponentContext) -> ComponentText? {
    if let entry = entry(key), !entry.value.isEmpty { return text(key, in: &context) }
    context.report(.componentMissingKey(key, at: entry(key)?.location ?? location))
    return nil
  }

  /// Returns a number, zero or more, that must be there; its decimals follow a point or a comma.
  public func requiredNumber(_ key: String, in context: inout ComponentContext) -> Double? {
    guard let text = requiredText(key, in: &context) else { return nil }
    let plain = String(text.text.map { $0 == "," ? "." : $0 }.filter { !$0.isWhitespace })
    let isDecimal = plain.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    guard isDecimal, let number = Double(plain), number.isFinite else {
      context.report(.componentNotNumber(key, text.text, at: text.location))
      return nil
    }
    return number
  }

  /// Returns the elements of a list that must be there, each with keys of its own.
  public func requiredElements(
    _ key: String, in context: inout ComponentContext
  ) -> [ComponentBody]? {
    guard let entry = entry(key), !entry.value.isEmpty else {
      context.report(.componentMissingKey(key, at: entry(key)?.location ?? location))
      return nil
    }
    guard case .sequence(let values) = entry.value.content else {
      context.report(.componentNotList(key, at: entry.value.location))
      return nil
    }
    var elements: [ComponentBody] = []
    for value in values {
      guard case .mapping(let entries) = value.content else {
        context.report(.componentNotList(key, at: value.location))
        return nil
      }
      elements.append(ComponentBody(location: value.location, entries: entries))
    }
    return elements
  }

  private func entry(_ key: String) -> ComponentEntry? { entries.first { $0.key == key } }
}
