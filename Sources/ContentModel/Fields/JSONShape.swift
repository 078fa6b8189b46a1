public import Diagnostics

/// A value as data for programs, before its references are followed.
public indirect enum JSONShape: Sendable {
  /// A whole number.
  case integer(Int)
  /// A decimal number.
  case number(Double)
  /// `true` or `false`.
  case boolean(Bool)
  /// A text.
  case string(String)
  /// The id of another sheet, which is known as it is written, and where.
  case reference(String, SourceLocation)
  /// Named values, in this order.
  case object([(key: String, value: JSONShape)])
  /// A list.
  case list([JSONShape])
}
