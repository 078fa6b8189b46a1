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
