package import ByteCoding
package import ContentModel
import Crypto
package import SiteFiles
package import SiteLoading
import TextEncoding

extension SheetRecord {
  /// Whether the record can be kept: a sheet with a view is better read from its file.
  var isKeepable: Bool { sheet?.views.isEmpty ?? true }

  /// The record as bytes; nil when it cannot be kept.
  package var encoded: [UInt8]? {
    var writer = ByteWriter()
    writer.write(name.isIndex ? 1 : 0)
    writer.write(name.id)
    writer.write(name.language ?? "")
    writer.write(original?.path ?? "")
    writer.write(digest)
    writer.write(head)
    writer.write(diagnostics) { $0.write($1) }
    writer.write(sheet == nil ? 0 : 1)
    guard let sheet else { return writer.bytes }
    guard let bytes = sheet.encoded else { return nil }
    return writer.bytes + bytes
  }
}

extension ByteReader {
  /// Reads a record; nil when reading the file now would give something else.
  ///
  /// - Parameter onChange: Called when the text is asked for and the file has changed meanwhile.
  package mutating func record(
    of file: SourceFolder.File, _ name: SheetName, translating original: Sheet?,
    _ sheets: SheetReader, metadata: FileMetadata?, onChange: @escaping @Sendable () -> Void
  ) throws(CorruptData) -> SheetRecord? {
    guard try number() == (name.isIndex ? 1 : 0), try text() == name.id,
      try text() == name.language ?? "", try text() == original?.path ?? ""
    else { return nil }
    let (digest, head) = (try text(), try wideNumber())
    let diagnostics = try list { reader throws(CorruptData) in try reader.diagnostic() }
    var sheet: Sheet?
    if try number() != 0 {
      sheet = try sheets.sheet(
        keptIn: &self, path: file.path, name: name, translating: original,
        file: {
          let bytes: [UInt8]
          do throws(DiskFile.Failure) {
            bytes = try file.text()
          } catch {
            // The sheet was found: a page without its text must not be published.
            ReadFailures.noteAny(error)
            return []
          }
          if SHA256.hash(data: bytes).hexadecimal != digest { onChange() }
          return bytes
        })
    }
    return SheetRecord(
      file: file, name: name, metadata: metadata, digest: digest, head: head, sheet: sheet,
      original: original, diagnostics: diagnostics, isRecalled: true)
  }
}
