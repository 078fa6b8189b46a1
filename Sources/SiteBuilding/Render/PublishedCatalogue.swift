import BuildCache
import Formats
import Publishing
import SiteGraph

/// The catalogue of the published site, for the sheets of which it says what it would say now.
struct PublishedCatalogue: Sendable {
  /// By sheet.
  private let entries: [Int: ArraySlice<UInt8>]
  private let isSame: [Bool]

  /// Compares a site with what is published; nil when more has changed than texts.
  ///
  /// What the catalogue says of a sheet depends on its card and its file, and on what all sheets
  /// give: their front matter, their tags, what they name, their languages.
  ///
  /// - Parameter listed: The sheets that the catalogue holds, in its order.
  init?(
    _ output: PublishedSite, _ last: SiteHashes?, _ now: SiteHashes, listed: [Int]
  ) {
    guard let last, last.sheets == now.sheets,
      [Dependency.Aspect.sheet, .tags, .relations, .versions].allSatisfy({ aspect in
        last.values[Int(aspect.rawValue)] == now.values[Int(aspect.rawValue)]
      }),
      let bytes = output.bytes(of: CatalogueFile.fileName),
      let entries = CatalogueFile.fragments(of: bytes), entries.count == listed.count
    else { return nil }
    self.entries = Dictionary(zip(listed, entries)) { first, _ in first }
    isSame = now.sheets.indices.map { sheet in
      [Dependency.Aspect.card, .source].allSatisfy { aspect in
        last.values[Int(aspect.rawValue)][sheet] == now.values[Int(aspect.rawValue)][sheet]
      }
    }
  }

  /// Returns what it says of a sheet; nil when it would say something else now.
  func entry(of sheet: Int) -> ArraySlice<UInt8>? { isSame[sheet] ? entries[sheet] : nil }
}
