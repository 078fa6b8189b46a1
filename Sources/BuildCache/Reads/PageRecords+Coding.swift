import ByteCoding
import SiteGraph

extension PageRecords {
  /// The records of all files as bytes.
  var encodedBase: [UInt8] {
    // A file takes 300 bytes on average.
    var writer = ByteWriter(capacity: 400 * files.count)
    writer.write(files) { writer, file in
      writer.write(file.path)
      writer.write(bytes: file.record.bytes)
    }
    return writer.bytes
  }

  /// Returns the records of some files as bytes, and all that they depend on.
  ///
  /// - Parameter places: The files, by their place among all.
  func encodedChanges(_ places: [Int]) -> [UInt8] {
    // A sheet takes 150 bytes.
    var writer = ByteWriter(capacity: 200 * hashes.sheets.count)
    writer.write(declarations)
    writer.write(theme)
    writer.write(hashes)
    writer.write(places) { writer, place in
      writer.write(place)
      writer.write(bytes: files[place].record.bytes)
    }
    return writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ hashes: SiteHashes) {
    write(hashes.sheets) { $0.write($1) }
    write(hashes.folders) { $0.write($1) }
    write(hashes.tags) { $0.write($1) }
    write(hashes.values) { $0.write($1) }
    write(hashes.relatednessHash)
  }
}

extension ByteReader {
  mutating func siteHashes() throws(CorruptData) -> SiteHashes {
    let sheets = try list { reader throws(CorruptData) in try reader.text() }
    let folders = try list { reader throws(CorruptData) in try reader.text() }
    let tags = try list { reader throws(CorruptData) in try reader.text() }
    let values = try list { reader throws(CorruptData) in
      try reader.wideNumbers()
    }
    let hashes = SiteHashes(
      sheets: sheets, folders: folders, tags: tags, values: values,
      relatednessHash: try wideNumber())
    let counts = Dependency.Aspect.allCases.map { aspect in
      hashes.keys(of: aspect)?.count ?? Dependency.Whole.allCases.count
    }
    guard values.map(\.count) == counts else { throw CorruptData() }
    return hashes
  }
}
