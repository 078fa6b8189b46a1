import TextEncoding

/// The words of the interface in one language; what it lacks is said in French.
public struct InterfaceWords: Sendable {
  /// The language, as a BCP 47 tag.
  public let language: String
  /// The words as templates read them, under `t`.
  public let templateValue: TemplateValue
  private let words: [String: Word]

  /// - Parameters:
  ///   - words: The words of the language.
  ///   - fallback: The words of French, for those that are missing.
  init(language: String, words: [String: Word], fallback: [String: Word]) {
    let words = words.merging(fallback) { own, _ in own }
    self.language = language
    self.words = words
    let names = words.keys.sorted()
    templateValue = .object(
      TemplateObject(names.compactMap { name in words[name].map { (name, $0.templateValue) } }))
  }

  /// Returns whether there are words for a key, in this language or in French.
  public func knows(_ key: String) -> Bool { words[key] != nil }

  /// Returns the text of a key with `{name}` replaced by the value of that name.
  ///
  /// An unknown key gives the key itself, which shows on the page.
  public func text(_ key: String, _ values: [String: String] = [:]) -> String {
    switch words[key] {
    case .text(let text): fill(text, with: values)
    case .plural(_, _, let other): fill(other, with: values)
    case .list(let texts): texts.joined(separator: ", ")
    case nil: key
    }
  }

  /// Returns the text of a key for a number of things, with `{n}` replaced by the number.
  ///
  /// - Parameter number: The number as it is to be shown; by default its digits, by threes.
  public func text(
    _ key: String, count: Int, number: String? = nil, _ values: [String: String] = [:]
  ) -> String {
    var values = values
    values["n"] = number ?? NumberFormat(language: language).integer(count)
    guard case .plural(let one, let two, let other) = words[key] else { return text(key, values) }
    if let two, isTwo(count) { return fill(two, with: values) }
    return fill(isOne(count) ? one : other, with: values)
  }

  /// Returns the texts of a list, such as the twelve months; none when the key has no list.
  public func list(_ key: String) -> [String] {
    guard case .list(let texts) = words[key] else { return [] }
    return texts
  }

  /// Breton says « daou » of 2, 22, 102…, but not of 12, 72 and 92 (CLDR).
  private func isTwo(_ count: Int) -> Bool {
    count % 10 == 2 && ![12, 72, 92].contains(count % 100)
  }

  /// In French, zero goes with the singular.
  private func isOne(_ count: Int) -> Bool {
    count == 1 || (count == 0 && language.hasPrefix("fr"))
  }

  private func fill(_ text: String, with values: [String: String]) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(rest[rest.utf8.index(after: open)..<close])
      let end = rest.utf8.index(after: close)
      filled += rest[..<open]
      filled += values[name] ?? String(rest[open..<end])
      rest = rest[end...]
    }
    return filled + rest
  }
}
