import YAMLParsing

/// An object of a text.
struct ObjectInPlace {
  let layout: YAMLLayout
  let entries: [YAMLLayout.Entry]
  let mapping: YAMLMapping

  /// The place of a key among the entries.
  func index(of key: String) -> Int? { entries.firstIndex { $0.key.string == key } }
}
