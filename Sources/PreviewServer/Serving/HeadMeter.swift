/// Measures the head of a request as its bytes arrive, and says when it is too long.
///
/// It looks at each byte once: the time that a head costs grows with its length and no faster.
struct HeadMeter {
  /// What is longer than the preview reads.
  enum Excess {
    case requestLine
    case fields
  }

  /// The longest request line, in bytes; RFC 9112 3 asks servers for 8,000 at least.
  static let maxLine = 8 << 10
  /// The longest head, in bytes: cookies of every server of this machine come with a request, since
  /// browsers do not tell ports apart.
  static let maxHead = 64 << 10
  /// The most header fields that a head may have.
  static let maxFields = 100

  /// Whether the head has arrived to its end.
  private(set) var isWhole = false
  private var hasRequestLine = false
  private var fieldCount = 0
  private var headCount = 0
  /// How many bytes of the current line have arrived.
  private var lineCount = 0

  /// Measures more bytes; those after the end of the head are not counted.
  ///
  /// - Returns: What is too long; nil as long as nothing is.
  mutating func add(_ bytes: some Collection<UInt8>) -> Excess? {
    var rest = bytes[...]
    while !isWhole, !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      let count = rest[..<(end ?? rest.endIndex)].count
      lineCount += count
      headCount += count + (end == nil ? 0 : 1)
      if !hasRequestLine, lineCount > Self.maxLine { return .requestLine }
      if headCount > Self.maxHead { return .fields }
      guard let end else { return nil }
      rest = rest[end...].dropFirst()
      endLine()
      if fieldCount > Self.maxFields { return .fields }
    }
    return nil
  }

  private mutating func endLine() {
    // An empty line has a carriage return at most. Those before the request line mean nothing.
    let isEmpty = lineCount <= 1
    lineCount = 0
    if isEmpty {
      isWhole = hasRequestLine
    } else if hasRequestLine {
      fieldCount += 1
    } else {
      hasRequestLine = true
    }
  }
}
