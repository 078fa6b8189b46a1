/// A value that templates read.
///
/// Whether a value is escaped depends on the value, not on the tag: `.text` always is, `.html` never
/// is, so that `{{title}}` and `{{{title}}}` are equally safe.
public enum TemplateValue: Sendable {
  /// Plain text, escaped for HTML where it is shown. A section over an empty text is skipped.
  case text(String)
  /// Markup in UTF-8, shown as it is. A section over empty markup is skipped.
  case html([UInt8])
  /// A condition for sections.
  case flag(Bool)
  /// A whole number, shown with ASCII digits and no separators.
  case number(Int)
  /// Values that a section goes through; an empty list is false.
  case list([TemplateValue])
  /// Named values.
  case object(TemplateObject)
  /// A name that is known and has no value: shown as nothing, false in sections.
  ///
  /// Unlike a missing name, it is no mistake, and it hides the same name of an outer object.
  case none

  /// Returns markup from a string.
  public static func markup(_ text: String) -> TemplateValue { .html(Array(text.utf8)) }

  /// Returns a text, or ``none`` when there is none.
  public static func optional(_ text: String?) -> TemplateValue { text.map(Self.text) ?? .none }
}

extension TemplateValue: ExpressibleByStringLiteral {
  /// Creates a text.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
  /// Creates a condition.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension TemplateValue: ExpressibleByIntegerLiteral {
  /// Creates a number.
  public init(integerLiteral value: Int) { self = .number(value) }
}

extension TemplateValue: ExpressibleByArrayLiteral {
  /// Creates a list.
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
  /// Creates an object.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .object(TemplateObject(elements))
  }
}
