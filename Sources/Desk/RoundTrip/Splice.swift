/// A change of some bytes of a text.
struct Splice {
  let range: Range<Int>
  let bytes: [UInt8]

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    bytes = Array(text.utf8)
  }

  init(_ range: Range<Int>, _ bytes: [UInt8]) {
    self.range = range
    self.bytes = bytes
  }
}

extension ArraySlice<UInt8> {
  /// Returns the bytes with some changed; those in the same place come in their order, before what
  /// stands there.
  ///
  /// - Parameter splices: Changes that do not overlap, each within these bytes.
  func applying(_ splices: [Splice]) -> [UInt8] {
    let ordered = splices.enumerated().sorted { left, right in
      let (first, second) = (left.element.range, right.element.range)
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      if first.isEmpty != second.isEmpty { return first.isEmpty }
      return left.offset < right.offset
    }
    var result: [UInt8] = []
    var position = startIndex
    for (_, splice) in ordered where splice.range.lowerBound >= position {
      guard splice.range.upperBound <= endIndex else { continue }
      result += self[position..<splice.range.lowerBound]
      result += splice.bytes
      position = splice.range.upperBound
    }
    return result + self[position...]
  }
}
