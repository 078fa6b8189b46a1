import ByteCoding
import SiteGraph

/// One of the two files of stored documents: what all documents depend on, and the sheets, each by itself.
struct DocumentsFile: Sendable {
  package let setting: RenderEnvironment
  /// The files of the sheets of the site, in the order by which documents here number them.
  package let pages: [String]
  /// Where the bytes of each sheet are, by its file.
  package let entries: [String: Range<Int>]
  private let bytes: [UInt8]

  /// Finds the sheets in a file; they are read one by one, when they are asked for.
  init(_ bytes: [UInt8]) throws(CorruptData) {
    self.bytes = bytes
    var reader = ByteReader(bytes)
    setting = try reader.documentSetting()
    pages = try reader.list { reader throws(CorruptData) in try reader.text() }
    var entries: [String: Range<Int>] = [:]
    let count = try reader.count()
    entries.reserveCapacity(count)
    var ends: [(path: String, length: Int)] = []
    ends.reserveCapacity(count)
    for _ in 0..<count { ends.append((try reader.text(), try reader.number())) }
    var start = reader.place
    for (path, length) in ends {
      guard length >= 0, length <= bytes.count - start else { throw CorruptData() }
      entries[path] = start..<start + length
      start += length
    }
    self.entries = entries
  }

  /// Returns a reader of the bytes of a sheet.
  package func reader(_ range: Range<Int>) -> ByteReader { ByteReader(bytes, in: range) }

  /// Returns the bytes of a file.
  package static func encoded(
    _ setting: RenderEnvironment, pages: [String], _ entries: [(path: String, bytes: [UInt8])]
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(setting)
    writer.write(pages) { $0.write($1) }
    writer.write(entries) { writer, entry in
      writer.write(entry.path)
      writer.write(entry.bytes.count)
    }
    for entry in entries { writer.append(entry.bytes) }
    return writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ setting: RenderEnvironment) {
    write(setting.declarations)
    write(setting.words)
    write(setting.isOffline ? 1 : 0)
    write(setting.linkTargets)
    write(setting.glossaries.sorted { $0.key < $1.key }) { writer, glossary in
      writer.write(glossary.key)
      writer.write(glossary.value)
    }
  }
}

extension ByteReader {
  fileprivate mutating func documentSetting() throws(CorruptData) -> RenderEnvironment {
    let (declarations, words, isOffline) = (try text(), try wideNumber(), try number() != 0)
    let linkTargets = try wideNumber()
    let glossaries = try list { reader throws(CorruptData) in
      (try reader.text(), try reader.wideNumber())
    }
    return RenderEnvironment(
      declarations: declarations, words: words, isOffline: isOffline, linkTargets: linkTargets,
      glossaries: Dictionary(glossaries) { $1 })
  }
}
