/// The bytes of the word being read, in lower case, with its connectors as ASCII.
///
/// Its memory is zero beyond the bytes written, so that a word may be read eight bytes at a time.
struct WordScratch: ~Copyable {
  /// The longest run of letters and connectors that is read; a longer one is left out.
  static let capacity = 256
  /// The connector that is written for every middle dot.
  static let middleDot: UInt8 = 1

  let bytes: UnsafeMutablePointer<UInt8>
  /// A second area, where other forms of a word are written.
  let draft: UnsafeMutablePointer<UInt8>
  /// The bytes read, at most `capacity`.
  var count = 0
  /// The connectors among them.
  var connectors = 0
  /// Whether bytes were dropped because the run is too long.
  var isTooLong = false

  init() {
    let size = WordScratch.capacity + 64
    bytes = .allocate(capacity: 2 * size)
    bytes.initialize(repeating: 0, count: 2 * size)
    draft = bytes + size
  }

  deinit {
    bytes.deallocate()
  }

  /// Whether the last byte is a connector, which only a letter makes part of a word.
  var endsWithConnector: Bool {
    guard connectors > 0, count > 0 else { return false }
    switch bytes[count - 1] {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), WordScratch.middleDot:
      return true
    default: return false
    }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count < WordScratch.capacity {
      bytes[count] = byte
      count += 1
    } else {
      isTooLong = true
    }
  }

  @inline(__always)
  mutating func clear() {
    count = 0
    connectors = 0
    isTooLong = false
  }

  /// Returns a part of the run.
  @inline(__always)
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }
}
