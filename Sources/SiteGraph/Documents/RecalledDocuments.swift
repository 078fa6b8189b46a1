import SiteLoading
package import ByteCoding
import ContentModel
package import Diagnostics
import MarkdownRendering
package import SearchIndexing
package import SiteFiles

/// Takes the documents of a site from those made before, where making them again would give the same.
struct RecalledDocuments: Sendable {
  private let memory: any DocumentCache
  private let commons: LinkedSite
  private let setting: RenderEnvironment
  private let numbers: [Int?]?

  /// Compares a site with what it was.
  init?(_ memory: (any DocumentCache)?, _ commons: LinkedSite, _ setting: RenderEnvironment) {
    guard let memory, memory.setting.isOffline == setting.isOffline,
      memory.setting.declarations == setting.declarations, memory.setting.words == setting.words
    else { return nil }
    self.memory = memory
    self.commons = commons
    self.setting = setting
    let sheets = commons.site.sheets
    if memory.pages.elementsEqual(sheets.lazy.map(\.path)) {
      numbers = nil
    } else {
      let numberByPath = Dictionary(zip(sheets.lazy.map(\.path), sheets.indices)) { $1 }
      numbers = memory.pages.map { numberByPath[$0] }
    }
  }

  /// Returns the document of a sheet if making it again would give the same.
  ///
  /// - Parameter text: Makes the text of the sheet.
  package func document(
    of index: Int, _ provider: SheetLinkProvider, text: @escaping @Sendable () -> SheetText.Content
  ) -> MadeDocument? {
    let record = commons.site.records[index]
    guard record.isRecalled,
      let (known, folder) = memory.document(of: record.file.path, numbers: numbers, text: text)
    else { return nil }
    let language = commons.language(of: index)
    let areTargetsSame = setting.linkTargets == memory.setting.linkTargets
    guard let lookups = known.lookups, commons.folders[index] == folder,
      setting.glossaries[language] == memory.setting.glossaries[language],
      areTargetsSame || tags(of: index) == known.tags
    else { return nil }
    // Asking again has pictures published again, and files that are included read.
    if !areTargetsSame || lookups.askForFiles {
      guard lookups.hold(provider) else { return nil }
    }
    return known
  }

  /// The hash of the tags that the search knows a sheet by, which other sheets may spell.
  private func tags(of index: Int) -> UInt64 {
    let links = PageLinks(prefix: "", isOffline: setting.isOffline)
    return StableHash.of(SearchEntry(commons: commons, index: index, links: links).tags)
  }
}
