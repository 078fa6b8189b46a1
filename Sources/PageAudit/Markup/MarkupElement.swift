/// An element of a page.
package struct MarkupElement: Sendable {
  /// Its name, in lower case but for those of SVG, which have letters of both cases.
  package let name: String
  /// Its attributes in order; one written without a value has none.
  package let attributes: [(name: String, value: String?)]
  /// The index of the element that it is in.
  package let parent: Int?
  /// The byte of the page at which its tag starts.
  let offset: Int
  /// Whether readers get nothing of it: hidden, or not meant for them.
  let isHidden: Bool
  /// Whether its text is shown as typed: code, a script, a field.
  let isLiteral: Bool
  /// Whether it is part of a drawing.
  package let isInDrawing: Bool
  /// The index after its last descendant.
  package internal(set) var end: Int
  /// The indices of the texts in it.
  package internal(set) var texts: Range<Int>

  /// The value of an attribute; empty when it has none, nil when it is not there.
  package subscript(name: String) -> String? {
    attributes.first { $0.name == name }.map { $0.value ?? "" }
  }

  /// Whether an attribute is there and says something.
  func says(_ name: String) -> Bool {
    self[name]?.contains { !$0.isWhitespace } ?? false
  }
}
