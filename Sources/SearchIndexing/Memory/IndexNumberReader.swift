import ByteCoding

/// Reads the numbers that ``IndexNumber`` writes; other bytes make it throw.
struct IndexNumberReader {
  /// A number of more digits would be larger than any that is written.
  private static let maxDigits = 10

  private let bytes: ArraySlice<UInt8>
  private(set) var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  var isAtEnd: Bool { place == bytes.endIndex }

  mutating func next() throws(CorruptData) -> Int {
    var (number, factor) = (0, 1)
    for _ in 0..<IndexNumberReader.maxDigits {
      guard place < bytes.endIndex else { break }
      let byte = Int(bytes[place])
      place += 1
      let digit = byte > 92 ? byte - 36 : byte - 35
      guard (0..<91).contains(digit) else { break }
      number += digit * factor
      if digit < 60 { return number }
      factor *= 31
    }
    throw CorruptData()
  }
}
