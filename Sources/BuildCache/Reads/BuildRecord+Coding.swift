package import ByteCoding
package import Diagnostics
import Publishing
import SiteFiles
import SiteLoading

extension BuildRecord {
  /// The record as bytes, without the checksums of the files beside it.
  package var encoded: ByteWriter {
    // A file takes 250 bytes on average.
    var writer = ByteWriter(capacity: 300 * fileCount)
    writer.write(key.text)
    writer.write(key.programs)
    writer.write(day)
    writer.write(zone) { $0.write($1) }
    writer.write(history) { $0.write($1) }
    writer.write(folders.content) { $0.write($1) }
    writer.write(folders.themes) { $0.write($1) }
    writer.write(folders.included) { $0.write($1) }
    writer.write(source)
    writer.write(output)
    writer.write(pageCount)
    writer.write(fileCount)
    writer.write(diagnostics) { $0.write($1) }
    return writer
  }

  /// Reads a record.
  package init(from reader: inout ByteReader) throws(CorruptData) {
    key = BuildKey(text: try reader.text(), programs: try reader.snapshot())
    day = try reader.number()
    zone = try reader.optional { reader throws(CorruptData) in try reader.text() }
    history = try reader.optional { reader throws(CorruptData) in try reader.text() }
    folders = SourceFolders(
      content: try reader.optional { reader throws(CorruptData) in try reader.text() },
      themes: try reader.list { reader throws(CorruptData) in try reader.text() },
      included: try reader.list { reader throws(CorruptData) in try reader.text() })
    source = try reader.snapshot()
    output = try reader.version()
    pageCount = try reader.number()
    fileCount = try reader.number()
    diagnostics = try reader.list { reader throws(CorruptData) in try reader.diagnostic() }
    beside = Beside(
      pages: try reader.optional { reader throws(CorruptData) in try reader.layeredStamp() },
      documents: try reader.optional { reader throws(CorruptData) in try reader.layeredStamp() },
      search: try reader.optional { reader throws(CorruptData) in
        SearchStore.Stamp(file: try reader.layeredStamp(), pages: try reader.wideNumber())
      })
  }
}

extension ByteWriter {
  package mutating func write(_ beside: BuildRecord.Beside) {
    write(beside.pages) { $0.write($1) }
    write(beside.documents) { $0.write($1) }
    write(beside.search) { writer, stamp in
      writer.write(stamp.file)
      writer.write(stamp.pages)
    }
  }

  fileprivate mutating func write(_ snapshot: SourceSnapshot) {
    write(snapshot.entries) { writer, entry in
      writer.write(entry.path)
      writer.write(entry.metadata) { $0.write($1) }
    }
  }

  fileprivate mutating func write(_ version: OutputSnapshot) {
    write(version.files)
    write(version.folders)
  }

  private mutating func write(_ paths: StampedPaths) {
    write(bytes: paths.bytes[...])
    write(paths.stamps) { writer, stamp in
      writer.write(stamp.inode)
      writer.write(UInt64(bitPattern: stamp.size))
      writer.write(UInt64(bitPattern: stamp.modified))
    }
  }

  fileprivate mutating func write(_ stamp: LayeredFile.Stamp) {
    write(stamp.base)
    write(stamp.changes)
  }

  fileprivate mutating func write(_ metadata: FileMetadata) {
    write(metadata.device)
    write(metadata.inode)
    write(UInt64(bitPattern: metadata.size))
    write(UInt64(bitPattern: metadata.modified))
    write(UInt64(bitPattern: metadata.changed))
  }
}

extension ByteReader {
  fileprivate mutating func snapshot() throws(CorruptData) -> SourceSnapshot {
    SourceSnapshot(
      try list { reader throws(CorruptData) in
        SourceSnapshot.Entry(
          path: try reader.text(),
          metadata: try reader.optional { reader throws(CorruptData) in
            try reader.metadata()
          })
      })
  }

  fileprivate mutating func version() throws(CorruptData) -> OutputSnapshot {
    OutputSnapshot(files: try stampedPaths(), folders: try stampedPaths())
  }

  private mutating func stampedPaths() throws(CorruptData) -> StampedPaths {
    let paths = Array(try slice())
    let stamps = try list { reader throws(CorruptData) in
      FileStamp(
        inode: try reader.wideNumber(), size: Int64(bitPattern: try reader.wideNumber()),
        modified: Int64(bitPattern: try reader.wideNumber()))
    }
    guard let stamped = StampedPaths(bytes: paths, stamps: stamps) else { throw CorruptData() }
    return stamped
  }

  fileprivate mutating func layeredStamp() throws(CorruptData) -> LayeredFile.Stamp {
    LayeredFile.Stamp(base: try metadata(), changes: try metadata())
  }

  fileprivate mutating func metadata() throws(CorruptData) -> FileMetadata {
    FileMetadata(
      device: try wideNumber(), inode: try wideNumber(),
      size: Int64(bitPattern: try wideNumber()), modified: Int64(bitPattern: try wideNumber()),
      changed: Int64(bitPattern: try wideNumber()))
  }
}
