extension StringProtocol where UTF8View: BidirectionalCollection {
  /// Where the name at the end of a path starts: after the last slash.
  @inlinable
  public var nameStart: Index {
    utf8.lastIndex(of: UInt8(ascii: "/")).map(utf8.index(after:)) ?? startIndex
  }

  /// The name at the end of a path, after the last slash; the whole of a path without one.
  @inlinable
  public var lastName: SubSequence { self[nameStart...] }
}
