package import ByteCoding
package import ContentModel
package import Diagnostics
package import SiteFiles
import TextEncoding

/// The sheets of a site that is still in memory.
package struct ReadSheets: SheetCache {
  package let declarations: String
  private let records: [String: SheetRecord]

  package init(_ site: LoadedSite) {
    declarations = site.declarations
    records = Dictionary(site.files.map { ($0.file.path, $0) }) { first, _ in first }
  }

  package func record(
    of file: SourceFolder.File, _ name: SheetName, translating original: SheetRecord?,
    _ reader: SheetReader
  ) -> SheetRecord? {
    guard let known = records[file.path], known.name == name,
      known.original === original?.sheet, known.file.diskPath == file.diskPath
    else { return nil }
    return known
  }
}
