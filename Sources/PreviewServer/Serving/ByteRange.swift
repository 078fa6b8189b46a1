/// A part of a file, as players of sounds and films ask for it (RFC 9110 14).
enum ByteRange: Equatable {
  /// The whole file: none is asked for, or in a way that may be ignored.
  case whole
  /// Some bytes of it.
  case part(Range<Int>)
  /// Bytes that it does not have.
  case outside

  /// Reads a `Range` header.
  ///
  /// - Parameter count: How many bytes the file has.
  init(header: String?, count: Int) {
    self = .whole
    guard let header, header.hasPrefix("bytes=") else { return }
    let ends = header.dropFirst("bytes=".count).split(
      separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
    else { return }
    switch (Int(ends[0]), Int(ends[1])) {
    case (let first?, let last): self.init(first, last ?? .max - 1, count)
    case (nil, let length?):
      self = length == 0 || count == 0 ? .outside : .part(max(0, count - length)..<count)
    case (nil, nil): return
    }
  }

  private init(_ first: Int, _ last: Int, _ count: Int) {
    if first >= count {
      self = .outside
    } else if first > last {
      self = .whole
    } else {
      self = .part(first..<min(count, max(last, last &+ 1)))
    }
  }
}
