import TextEncoding

extension [UInt8] {
  /// Appends a text to XML or HTML, between tags or in an attribute between double quotes.
  mutating func append(escaping text: String) {
    HTMLEscaping.append(text, as: .xml, to: &self)
  }

  /// Appends an element that holds a text.
  mutating func append(element name: StaticString, _ text: String) {
    append("<")
    append(name)
    append(">")
    append(escaping: text)
    append("</")
    append(name)
    append(">\n")
  }

  /// Appends an attribute after a space.
  mutating func append(attribute name: StaticString, _ value: String) {
    append(" ")
    append(name)
    append("=\"")
    append(escaping: value)
    append("\"")
  }
}
