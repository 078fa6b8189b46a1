/// Where a page nests so deep that reading on would cost time without end.
///
/// HTML asks, at many a tag, whether an element of some name is open: a page of 300 kB that opens an
/// element at each tag takes a quarter of a minute. Browsers stop nesting at some hundreds.
enum NestingLimit {
  /// The most elements inside each other that are read.
  static let maxDepth = 1_000

  /// Returns how many bytes of a page stand before one element too many.
  ///
  /// Tags are counted as they are written. Elements without an end, and those whose end may be left
  /// out, do not count.
  ///
  /// - Complexity: O(*n*) in the length of the page.
  static func readableLength(of page: UnsafeRawBufferPointer) -> Int {
    var depth = 0
    var index = 0
    while index < page.count {
      guard page[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let start = index
      index += 1
      let isEnd = index < page.count && page[index] == UInt8(ascii: "/")
      if isEnd { index += 1 }
      var name: UInt64 = 0
      while index < page.count, let letter = letter(page[index]) {
        name = name << 8 | UInt64(letter)
        index += 1
      }
      if name == 0 || uncounted.contains(name) { continue }
      if isEnd {
        depth = max(0, depth - 1)
      } else {
        depth += 1
        if depth > maxDepth { return start }
      }
    }
    return page.count
  }

  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: nil
    }
  }

  /// The names that do not count, each as a number: its last eight letters.
  private static let uncounted = Set(
    """
    area base body br col colgroup dd dt embed head hr html img input li link meta optgroup option p \
    param rp rt source tbody td tfoot th thead tr track wbr circle ellipse line path polygon \
    polyline rect stop use
    """.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
}
