/// What a form makes of a field.
///
/// A scalar is the text that the file shall give; of a list or an object, only what is named changes.
package indirect enum EditedValue: Sendable, Hashable {
  /// A text.
  ///
  /// - Parameter isText: Whether it is words for people, which are written between quotes, and not a
  ///   number, a date, a term or a name.
  case scalar(String, isText: Bool)
  /// A list, whole.
  case list([Element])
  /// Values by key, a nil one to be taken out; the keys that are not named stay as they are.
  case object([Member])

  /// An element of a list.
  package struct Element: Sendable, Hashable {
    /// Which element of the opened list it was, from 0; nil for a new one.
    package let origin: Int?
    /// What it is now.
    package let value: EditedValue

    package init(_ value: EditedValue, origin: Int? = nil) {
      self.value = value
      self.origin = origin
    }
  }

  /// A value of an object.
  package struct Member: Sendable, Hashable {
    /// Its key, as it is written.
    package let key: String
    /// What it is now; nil when it goes.
    package let value: EditedValue?

    package init(_ key: String, _ value: EditedValue?) {
      self.key = key
      self.value = value
    }
  }
}
