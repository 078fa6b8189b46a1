import ByteCoding
package import Diagnostics

/// What one file was made from.
package struct PageRecord: Sendable {
  /// The same, as it is kept: most are never looked at, but to see that nothing has changed.
  package var bytes: ArraySlice<UInt8> { storage[range] }

  private let storage: [UInt8]
  private let range: Range<Int>

  /// - Parameters:
  ///   - storage: Bytes that hold those of the record.
  ///   - range: Where they are.
  package init(in storage: [UInt8], at range: Range<Int>) {
    self.storage = storage
    self.range = range
  }

  /// - Parameters:
  ///   - kind: What kind of file it was.
  ///   - reads: The parts of the site that were read, as ``Dependency/bits``.
  ///   - diagnostics: What is wrong with it.
  package init(kind: Int, reads: [UInt32], diagnostics: [Diagnostic]) {
    var writer = ByteWriter()
    writer.write(kind)
    writer.write(reads)
    writer.write(diagnostics) { $0.write($1) }
    storage = writer.bytes
    range = storage.indices
  }

  /// What it says; nil when it is damaged.
  package var content: (kind: Int, reads: [UInt32], diagnostics: [Diagnostic])? {
    var reader = ByteReader(storage, in: range)
    do {
      return (
        try reader.number(), try reader.numbers(),
        try reader.list { reader throws(CorruptData) in try reader.diagnostic() }
      )
    } catch {
      return nil
    }
  }
}
