public import TextEncoding

/// A JSON value whose objects keep the order in which their members were given.
public enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number; infinities and NaN, which JSON has no words for, are written as `null`.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Named values, in this order; the caller gives each name once.
  case object([JSONMember])

  /// Returns a list of texts.
  public static func strings(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map { .string($0) })
  }

  /// Returns the value as JSON text in UTF-8 (RFC 8259), safe in an HTML `script` element.
  ///
  /// - Complexity: O(*n*) in the length of the result.
  public func encoded(as layout: JSONLayout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self)
    return writer.finish()
  }
}
