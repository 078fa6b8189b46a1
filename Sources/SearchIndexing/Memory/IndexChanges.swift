import ByteCoding

/// What has changed of an index since its base was made.
struct IndexChanges: Sendable {
  /// A group that has not the size that it had.
  struct Size: Sendable {
    let stem: ArraySlice<UInt8>
    /// The bytes of its postings.
    let bytes: UInt32
    /// How many pages it is on.
    let pages: UInt32
  }

  /// The pages that have changed, by number.
  var pages: [Int: PageChange] = [:]
  var sizes: [Size] = []
  var layout: IndexLayout

  /// Nothing has changed.
  init(_ base: IndexBase) {
    layout = base.tables.layout
  }

  /// The changes as bytes, for one base.
  func encoded(for base: IndexBase) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(base.hash)
    writer.write(pages.sorted { $0.key < $1.key }) { $0.write($1.value) }
    writer.write(sizes) { writer, size in
      writer.write(bytes: size.stem)
      writer.write(Int(size.bytes))
      writer.write(Int(size.pages))
    }
    writer.write(layout)
    let hash = StableHash.of { $0.add(writer.bytes) }
    writer.write(hash)
    return writer.bytes
  }

  /// Reads the changes of a base.
  init(encoded: [UInt8], of base: IndexBase) throws(CorruptData) {
    let content = Array(encoded.dropLast(8))
    var (reader, seal) = (ByteReader(content), ByteReader(Array(encoded.suffix(8))))
    guard try seal.wideNumber() == StableHash.of({ $0.add(content) }),
      try reader.wideNumber() == base.hash
    else { throw CorruptData() }
    for change in try reader.list({ reader throws(CorruptData) in try reader.pageChange() }) {
      guard (0..<base.tables.urls.count).contains(change.page) else { throw CorruptData() }
      pages[change.page] = change
    }
    sizes = try reader.list { reader throws(CorruptData) in
      Size(
        stem: try reader.slice(), bytes: UInt32(clamping: try reader.number()),
        pages: UInt32(clamping: try reader.number()))
    }
    layout = try reader.indexLayout()
    guard reader.isAtEnd else { throw CorruptData() }
  }
}
