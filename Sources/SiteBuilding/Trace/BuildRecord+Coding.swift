import ByteCoding
import Diagnostics

extension BuildRecord {
  /// The trace as bytes, but for what tells of the files beside it.
  var encoded: ByteWriter {
    // A file takes 250 bytes on average.
    var writer = ByteWriter(capacity: 300 * fileCount)
    writer.write(key.text)
    writer.write(key.programs)
    writer.write(day)
    writer.write(history) { $0.write($1) }
    writer.write(folders.content) { $0.write($1) }
    writer.write(folders.themes) { $0.write($1) }
    writer.write(source)
    writer.write(output)
    writer.write(standby) { $0.write($1, after: output) }
    writer.write(pageCount)
    writer.write(fileCount)
    writer.write(diagnostics) { $0.write($1) }
    return writer
  }

  /// Reads a trace.
  init(from reader: inout ByteReader) throws(CorruptData) {
    key = BuildKey(text: try reader.text(), programs: try reader.snapshot())
    day = try reader.number()
    history = try reader.optional { reader throws(CorruptData) in try reader.text() }
    folders = SourceFolders(
      content: try reader.optional { reader throws(CorruptData) in try reader.text() },
      themes: try reader.list { reader throws(CorruptData) in try reader.text() })
    source = try reader.snapshot()
    let output = try reader.version()
    self.output = output
    standby = try reader.optional { reader throws(CorruptData) in
      try reader.version(after: output)
    }
    pageCount = try reader.number()
    fileCount = try reader.number()
    diagnostics = try reader.list { reader throws(CorruptData) in try reader.diagnostic() }
    beside = Beside(
      pages: try reader.optional { reader throws(CorruptData) in try reader.layeredStamp() },
      archive: try reader.optional { reader throws(CorruptData) in try reader.layeredStamp() },
      search: try reader.optional { reader throws(CorruptData) in
        SearchStore.Stamp(file: try reader.layeredStamp(), pages: try reader.wideNumber())
      })
  }
}

extension ByteWriter {
  mutating func write(_ beside: BuildRecord.Beside) {
    write(beside.pages) { $0.write($1) }
    write(beside.archive) { $0.write($1) }
    write(beside.search) { writer, stamp in
      writer.write(stamp.file)
      writer.write(stamp.pages)
    }
  }

  fileprivate mutating func write(_ snapshot: SourceSnapshot) {
    write(snapshot.entries) { writer, entry in
      writer.write(entry.path)
      writer.write(entry.signature) { $0.write($1) }
    }
  }

  /// - Parameter other: A version that has been written already, which mostly has the same paths.
  fileprivate mutating func write(_ version: OutputSnapshot, after other: OutputSnapshot? = nil) {
    write(version.files, after: other?.files)
    write(version.folders, after: other?.folders)
  }

  private mutating func write(_ paths: StampedPaths, after other: StampedPaths?) {
    write(paths.bytes == other?.bytes ? nil : paths.bytes) { $0.write(bytes: $1[...]) }
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

  fileprivate mutating func write(_ signature: FileSignature) {
    write(signature.device)
    write(signature.inode)
    write(UInt64(bitPattern: signature.size))
    write(UInt64(bitPattern: signature.modified))
    write(UInt64(bitPattern: signature.changed))
  }

  fileprivate mutating func write(_ text: LocalizedText) {
    write(text.french)
    write(text.english)
  }

  mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.severity.rawValue)
    write(diagnostic.id)
    write(diagnostic.location.path)
    write(diagnostic.location.position) { writer, position in
      writer.write(position.line)
      writer.write(position.column)
    }
    write(diagnostic.location.length)
    write(diagnostic.message)
    write(diagnostic.expected) { $0.write($1) }
    write(diagnostic.suggestion) { $0.write($1) }
  }
}

extension ByteReader {
  fileprivate mutating func snapshot() throws(CorruptData) -> SourceSnapshot {
    SourceSnapshot(
      try list { reader throws(CorruptData) in
        SourceSnapshot.Entry(
          path: try reader.text(),
          signature: try reader.optional { reader throws(CorruptData) in
            try reader.signature()
          })
      })
  }

  /// - Parameter other: The version that was read before this one.
  fileprivate mutating func version(
    after other: OutputSnapshot? = nil
  ) throws(CorruptData) -> OutputSnapshot {
    OutputSnapshot(
      files: try stampedPaths(after: other?.files),
      folders: try stampedPaths(after: other?.folders))
  }

  private mutating func stampedPaths(
    after other: StampedPaths?
  ) throws(CorruptData) -> StampedPaths {
    let paths = try optional { reader throws(CorruptData) in Array(try reader.slice()) }
    let stamps = try list { reader throws(CorruptData) in
      FileStamp(
        inode: try reader.wideNumber(), size: Int64(bitPattern: try reader.wideNumber()),
        modified: Int64(bitPattern: try reader.wideNumber()))
    }
    if let paths, let stamped = StampedPaths(bytes: paths, stamps: stamps) { return stamped }
    guard paths == nil, let other, other.count == stamps.count else { throw CorruptData() }
    return other.stamped(stamps)
  }

  fileprivate mutating func layeredStamp() throws(CorruptData) -> LayeredFile.Stamp {
    LayeredFile.Stamp(base: try signature(), changes: try signature())
  }

  fileprivate mutating func signature() throws(CorruptData) -> FileSignature {
    FileSignature(
      device: try wideNumber(), inode: try wideNumber(),
      size: Int64(bitPattern: try wideNumber()), modified: Int64(bitPattern: try wideNumber()),
      changed: Int64(bitPattern: try wideNumber()))
  }

  fileprivate mutating func localizedText() throws(CorruptData) -> LocalizedText {
    LocalizedText(fr: try text(), en: try text())
  }

  mutating func diagnostic() throws(CorruptData) -> Diagnostic {
    guard let severity = Severity(rawValue: try text()) else { throw CorruptData() }
    let id = try text()
    let path = try text()
    let position = try optional { reader throws(CorruptData) in
      SourcePosition(line: try reader.number(), column: try reader.number())
    }
    let location = SourceLocation(path: path, position: position, length: try number())
    return Diagnostic(
      severity, id: id, at: location, try localizedText(),
      expected: try optional { reader throws(CorruptData) in try reader.localizedText() },
      suggestion: try optional { reader throws(CorruptData) in try reader.localizedText() })
  }
}
