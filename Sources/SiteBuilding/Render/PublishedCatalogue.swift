import BuildCache
import Formats
import Publishing
import SiteGraph

/// The catalogue of the published site, for the sheets of which it says what it would say now.
struct PublishedCatalogue: Sendable {
  private let entries: [ArraySlice<UInt8>]
  private let isSame: [Bool]

  /// Compares a site with what is published; nil when more has changed than texts.
  ///
  /// What the catalogue says of a sheet depends on its card and its file, and on what all sheets
  /// give: their front matter, their tags, what they name, their languages.
  init?(
    _ output: PublishedSite, _ last: SiteHashes?, _ now: SiteHashes
  ) {
    guard let last, last.sheets == now.sheets,
      [Dependency.Aspect.sheet, .tags, .relations, .versions].allSatisfy({ aspect in
        last.values[Int(aspect.rawValue)] == now.values[Int(aspect.rawValue)]
      }),
      let bytes = output.bytes(of: CatalogueFile.fileName),
      let entries = CatalogueFile.fragments(of: bytes), entries.count == now.sheets.count
    else { return nil }
    self.entries = entries
    isSame = now.sheets.indices.map { sheet in
      [Dependency.Aspect.card, .source].allSatisfy { aspect in
        last.values[Int(aspect.rawValue)][sheet] == now.values[Int(aspect.rawValue)][sheet]
      }
    }
  }

  /// Returns what it says of a sheet; nil when it would say something else now.
  func entry(of sheet: Int) -> ArraySlice<UInt8>? { isSame[sheet] ? entries[sheet] : nil }
}
