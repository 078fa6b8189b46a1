/// A run of text of a page.
package struct MarkupText: Sendable {
  /// The index of the element that it is in.
  package let element: Int
  /// The text, its character references replaced.
  package internal(set) var text: String
  /// The byte of the page at which it starts, give or take a character reference.
  let offset: Int
}
