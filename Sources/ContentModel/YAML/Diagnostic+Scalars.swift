import Diagnostics
import TextEncoding

/// What can be wrong with one value, whatever holds it.
extension Diagnostic {
  static func unreadableInteger(_ text: String, at location: SourceLocation) -> Diagnostic {
    let digits = text.trimmed.prefix { $0.isASCII && $0.isNumber }
    return unreadable(
      "integer", "nombre entier", "whole number", text, at: location,
      expected: LocalizedText(
        fr: "des chiffres seuls, sans unité, comme « 12 »",
        en: "digits alone, without a unit, as “12”"),
      // A decimal number has no whole one that would stand for it.
      suggestion: digits.isEmpty || text.contains(where: { ",.".contains($0) })
        ? nil : write(String(digits)))
  }

  static func unreadableBoolean(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.boolean", at: location,
      LocalizedText(
        fr: "« \(text) » n’est ni oui ni non", en: "“\(text)” is neither yes nor no"),
      expected: LocalizedText(fr: "« oui » ou « non »", en: "“true” or “false”"))
  }

  /// Says that a text is not of its kind.
  static func unreadable(
    _ cause: String, _ french: String, _ english: String, _ text: String,
    at location: SourceLocation, expected: LocalizedText, suggestion: LocalizedText? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.\(cause)", at: location,
      LocalizedText(
        fr: "\(french) illisible « \(text) »", en: "unreadable \(english) “\(text)”"),
      expected: expected, suggestion: suggestion)
  }

  /// Advises to write a value.
  static func write(_ value: String) -> LocalizedText {
    LocalizedText(fr: "écrivez « \(value) »", en: "write “\(value)”")
  }
}
