/// A page as a browser would read it: its elements and texts in their order.
package struct PageMarkup: Sendable {
  /// The elements, each before those in it.
  package internal(set) var elements: [MarkupElement] = []
  /// The texts, in order.
  package internal(set) var texts: [MarkupText] = []

  init() {}

  /// The indices of the elements in an element, at any depth.
  func descendants(of index: Int) -> Range<Int> { index + 1..<elements[index].end }

  /// Returns the first element around an element that has one of some names.
  func ancestor(of index: Int, named names: Set<String>) -> MarkupElement? {
    var place = elements[index].parent
    while let index = place {
      if names.contains(elements[index].name) { return elements[index] }
      place = elements[index].parent
    }
    return nil
  }

  /// Returns the text in an element, white space made one space.
  package func text(of element: MarkupElement) -> String {
    texts[element.texts].map(\.text).joined().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The index of the first element of each id.
  func indicesByID() -> [String: Int] {
    var indices: [String: Int] = [:]
    for (index, element) in elements.enumerated() {
      if let id = element["id"], indices[id] == nil { indices[id] = index }
    }
    return indices
  }
}

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

/// A run of text of a page.
package struct MarkupText: Sendable {
  /// The index of the element that it is in.
  package let element: Int
  /// The text, its character references replaced.
  package internal(set) var text: String
  /// The byte of the page at which it starts, give or take a character reference.
  let offset: Int
}
