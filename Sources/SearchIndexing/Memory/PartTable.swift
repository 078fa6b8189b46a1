import ByteCoding

/// Where the items of one big part of the base are, and what they must add up to.
struct PartTable: Sendable {
  /// Where the part starts in the base.
  let start: Int
  /// The bytes of each item.
  let lengths: [UInt32]
  fileprivate let checks: [UInt32]
  private let offsets: [Int]

  init(start: Int, lengths: [UInt32], checks: [UInt32]) {
    self.start = start
    self.lengths = lengths
    self.checks = checks
    var (offsets, offset) = ([start], start)
    offsets.reserveCapacity(lengths.count + 1)
    for length in lengths {
      offset += Int(length)
      offsets.append(offset)
    }
    self.offsets = offsets
  }

  var count: Int { lengths.count }

  /// Where it ends in the base.
  var end: Int { offsets[lengths.count] }

  /// Reads items that follow each other.
  /// - Throws: What the reading throws; `CorruptData` when they are not what was written.
  func items(
    _ range: Range<Int>, read: (Range<Int>) throws -> [UInt8]
  ) throws -> [ArraySlice<UInt8>] {
    let place = offsets[range.lowerBound]..<offsets[range.upperBound]
    let bytes = place.isEmpty ? [] : try read(place)
    guard bytes.count == place.count else { throw CorruptData() }
    return try range.map { item in
      let bytes = bytes[offsets[item] - place.lowerBound..<offsets[item + 1] - place.lowerBound]
      guard PartTable.check(bytes) == checks[item] else { throw CorruptData() }
      return bytes
    }
  }

  /// Reads items, those that follow each other at once.
  func items(
    _ numbers: [Int], read: (Range<Int>) throws -> [UInt8]
  ) throws -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var next = 0
    while next < numbers.count {
      let start = next
      repeat { next += 1 } while next < numbers.count && numbers[next] == numbers[next - 1] + 1
      found += try items(numbers[start]..<numbers[next - 1] + 1, read: read)
    }
    return found
  }

  static func check(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { bytes in
      UInt32(truncatingIfNeeded: StableHash.of { $0.add(bytes) })
    }
  }
}

extension PartTable {
  /// Appends a part to a base.
  static func append(_ items: some Sequence<[UInt8]>, to base: inout [UInt8]) -> PartTable {
    let start = base.count
    var (lengths, checks): ([UInt32], [UInt32]) = ([], [])
    for item in items {
      base.append(contentsOf: item)
      lengths.append(UInt32(item.count))
      checks.append(check(item[...]))
    }
    return PartTable(start: start, lengths: lengths, checks: checks)
  }
}

extension ByteWriter {
  mutating func write(_ part: PartTable) {
    write(part.start)
    write(part.lengths)
    write(part.checks)
  }
}

extension ByteReader {
  /// Reads the table of a part.
  /// - Parameters:
  ///   - count: How many items it must have.
  ///   - size: The bytes of the base.
  mutating func partTable(_ count: Int, size: Int) throws(CorruptData) -> PartTable {
    let start = try number()
    let (lengths, checks) = (try numbers(), try numbers())
    guard lengths.count == count, checks.count == count, (0...size).contains(start) else {
      throw CorruptData()
    }
    let part = PartTable(start: start, lengths: lengths, checks: checks)
    guard part.end <= size else { throw CorruptData() }
    return part
  }
}
