package import ByteCoding
package import ContentModel
package import Diagnostics
package import SiteFiles
import TextEncoding

/// The sheets of a site as they were read, so that those that have not changed need not be read again.
package protocol SheetCache: Sendable {
  /// The digest of all that sheets are read against: configuration, types, vocabularies, data.
  var declarations: String { get }

  /// Returns what was read from a file; nil when reading the same bytes now would give something
  /// else.
  ///
  /// - Parameters:
  ///   - original: What the sheet translates.
  ///   - reader: What sheets are read against.
  func record(
    of file: SourceFolder.File, _ name: SheetName, translating original: SheetRecord?,
    _ reader: SheetReader
  ) -> SheetRecord?
}

extension StableHash {
  /// Returns the hash of a sheet without its body, and of the sheet that it translates.
  package static func head(of sheet: Sheet, in bytes: [UInt8]) -> UInt64 {
    let body = sheet.body
    let start = bytes.count - body.count
    // A body that is not the end of its file has been changed in reading: all of it counts then.
    let isEnd = start >= 0 && bytes.ends(with: body)
    return of { hasher in
      hasher.add(sheet.path)
      hasher.add(sheet.id)
      hasher.add(sheet.title)
      hasher.add(sheet.isIndex ? 1 : 0)
      hasher.add(sheet.isBlank ? 1 : 0)
      // The text may name the sheet too.
      for alias in sheet.aliases { hasher.add(alias.path) }
      hasher.add(sheet.isPartlyTranslated ? 1 : 0)
      bytes.withUnsafeBytes {
        hasher.add(UnsafeRawBufferPointer(rebasing: $0.prefix(isEnd ? start : bytes.count)))
      }
    }
  }
}
