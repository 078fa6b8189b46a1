extension PageMarkup {
  /// Returns the words by which assistive tools call an element: its label, or else its text and the
  /// alternatives of its images (Accessible Name and Description Computation 1.2).
  func name(of index: Int) -> String {
    let element = elements[index]
    if let named = givenName(of: element) { return named }
    var words = texts[element.texts]
      .filter { !elements[$0.element].isHidden }
      .map(\.text).joined()
    for child in descendants(of: index) where !elements[child].isHidden {
      let inner = elements[child]
      if inner.name == "img", let alternative = inner["alt"] { words += " " + alternative }
      if let label = inner["aria-label"] { words += " " + label }
    }
    words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? element["title"] ?? "" : words
  }

  /// Whether assistive tools have words for an element.
  func hasName(_ index: Int) -> Bool { name(of: index).contains { !$0.isWhitespace } }

  /// The name that `aria-labelledby` or `aria-label` gives.
  private func givenName(of element: MarkupElement) -> String? {
    if let ids = element["aria-labelledby"] {
      let named = ids.split(whereSeparator: \.isWhitespace).compactMap { id in
        elements.first { $0["id"] == String(id) }.map(text)
      }.joined(separator: " ")
      if !named.isEmpty { return named }
    }
    return element.says("aria-label") ? element["aria-label"] : nil
  }
}
