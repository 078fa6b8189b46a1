import TextEncoding

extension [UInt8] {
  /// Appends a text between tags, or in an attribute between double quotes.
  mutating func append(escaped text: String) {
    HTMLEscaping.append(text, as: .xml, to: &self)
  }

  /// Appends markup of our own.
  mutating func append(markup: String) { append(contentsOf: markup.utf8) }

  /// Appends an element that holds a text, and ends its line.
  ///
  /// - Parameter tag: Its name, and its attributes.
  mutating func append(_ tag: String, _ text: String) {
    append(phrase: tag, text)
    append(markup: "\n")
  }

  /// Appends an element that holds a text, within a line.
  ///
  /// - Parameter tag: Its name, and its attributes.
  mutating func append(phrase tag: String, _ text: String) {
    append(markup: "<\(tag)>")
    append(escaped: text)
    append(markup: "</\(tag.prefix { $0 != " " })>")
  }
}
