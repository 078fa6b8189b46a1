import TextEncoding

/// Finds the elements of one list of a long text, for them to be read one by one.
extension JSONReader {
  /// A list whose elements are found without being read.
  struct Listing {
    /// Its name in the object at the top.
    let key: String
    /// The most elements whose places are kept.
    let limit: Int
    /// The members of the object that are read besides.
    let keys: Set<String>
    /// Where the elements stand in the bytes.
    private(set) var elements: [Range<Int>] = []
    /// How many elements there are.
    private(set) var count = 0

    init(key: String, limit: Int, keys: Set<String>) {
      self.key = key
      self.limit = limit
      self.keys = keys
    }

    mutating func note(_ element: Range<Int>) {
      count += 1
      if elements.count < limit { elements.append(element) }
    }
  }

  /// Reads an object in UTF-8, and finds the elements of one of its lists, which are not read; what is
  /// not in UTF-8 becomes U+FFFD.
  ///
  /// - Parameters:
  ///   - key: The name of the list.
  ///   - limit: The most elements that are found; those after them are counted.
  ///   - keys: The members that are read besides.
  /// - Returns: These members, where the elements stand in the bytes, and how many there are.
  /// - Complexity: O(*n*) in the length of the text.
  package static func read(
    _ bytes: [UInt8], listing key: String, atMost limit: Int, beside keys: Set<String>
  ) throws(Problem) -> (members: [String: DataValue], elements: [Range<Int>], count: Int) {
    var reader = JSONReader(bytes)
    reader.listing = Listing(key: key, limit: limit, keys: keys)
    reader.skipSpace()
    guard reader.next == UInt8(ascii: "{") else { throw reader.unexpected }
    let members = try reader.object(depth: 1)
    try reader.end()
    let found = reader.listing
    return (members, found?.elements ?? [], found?.count ?? 0)
  }

  /// Reads an element that was found at a place.
  package static func read(_ bytes: [UInt8], at place: Range<Int>) throws(Problem) -> DataValue {
    var reader = JSONReader(bytes)
    reader.position = place.lowerBound
    let value = try reader.value(depth: 2)
    reader.skipSpace()
    guard reader.position == place.upperBound else { throw reader.unexpected }
    return value
  }

  /// Finds the elements of a list that is open, up to its end.
  mutating func findElements() throws(Problem) {
    while true {
      skipSpace()
      if skip("]") { return }
      let start = position
      try skipValue()
      listing?.note(start..<position)
      if skip(",") { continue }
      guard skip("]") else { throw unexpected }
      return
    }
  }

  /// Goes to the quote that ends a string, or to the end of the text.
  private mutating func skipToQuote(from start: Int) {
    position = bytes.withUnsafeBufferPointer { text in
      var index = text.indexOrEnd(of: UInt8(ascii: "\""), or: UInt8(ascii: "\\"), from: start)
      while index < text.count, text[index] == UInt8(ascii: "\\") {
        index = text.indexOrEnd(
          of: UInt8(ascii: "\""), or: UInt8(ascii: "\\"), from: min(index + 2, text.count))
      }
      return index
    }
  }

  /// Goes past a value without reading it, to the comma or the bracket after it.
  mutating func skipValue() throws(Problem) {
    var depth = 0
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        skipToQuote(from: position + 1)
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return
      default: break
      }
      position += 1
    }
    throw unexpected
  }
}
