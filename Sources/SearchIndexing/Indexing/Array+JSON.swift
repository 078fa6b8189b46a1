import TextEncoding

extension [UInt8] {
  /// Appends a JSON array of arrays, whose items a closure writes.
  mutating func appendList<Item>(
    _ elements: [Item], _ item: (Item, inout [UInt8]) -> Void
  ) {
    append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(UInt8(ascii: "["))
      item(element, &self)
      append(UInt8(ascii: "]"))
    }
    append(UInt8(ascii: "]"))
  }

  /// Appends strings, quoted, separated by commas.
  mutating func appendStrings(_ strings: [String]) {
    for (index, string) in strings.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      JSONText.append(string, to: &self)
    }
  }

  /// Appends the name of a member of a JSON object, after a comma unless it is the first.
  mutating func appendName(_ name: String) {
    if last != UInt8(ascii: "{") { append(UInt8(ascii: ",")) }
    JSONText.append(name, to: &self)
    append(UInt8(ascii: ":"))
  }
}
