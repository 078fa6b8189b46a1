import TextEncoding

/// Writes JSON piece by piece: each piece puts a comma before itself where another precedes it.
extension [UInt8] {
  /// Appends a comma, unless the piece to come is the first of its kind or the value of a name.
  ///
  /// What ends a piece is a quote, a digit or a closing bracket.
  mutating func separate() {
    switch last {
    case nil, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ":"): break
    default: append(UInt8(ascii: ","))
    }
  }

  /// Appends a string.
  mutating func appendString(_ text: String) {
    separate()
    JSONText.append(text, to: &self)
  }

  /// Appends a string in UTF-8.
  mutating func appendString(_ text: [UInt8]) {
    separate()
    text.withUnsafeBufferPointer { JSONText.append($0, to: &self) }
  }

  /// Appends a whole number.
  mutating func appendNumber(_ number: Int) {
    separate()
    append(decimal: number)
  }

  /// Appends an array, whose elements a closure appends.
  mutating func appendArray(_ elements: (inout [UInt8]) -> Void) {
    separate()
    append(UInt8(ascii: "["))
    elements(&self)
    append(UInt8(ascii: "]"))
  }

  /// Appends an object, whose names and values a closure appends.
  mutating func appendObject(_ members: (inout [UInt8]) -> Void) {
    separate()
    append(UInt8(ascii: "{"))
    members(&self)
    append(UInt8(ascii: "}"))
  }

  /// Appends the name of a member of an object, whose value comes next.
  mutating func appendName(_ name: String) {
    appendString(name)
    append(UInt8(ascii: ":"))
  }
}
