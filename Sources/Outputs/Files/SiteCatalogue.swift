import SiteGraph
import SiteLoading
import ContentModel
import Formats

/// Makes the catalogue of the commons, and the data of each sheet.
struct SiteCatalogue {
  private let context: PageContext

  init(_ context: PageContext) {
    self.context = context
  }

  /// Returns `index.json` of a sheet.
  package func data(of index: Int) -> [UInt8] {
    entry(index).encoded(
      baseURL: context.baseURL, folder: context.commons.addresses[index],
      as: .indented)
  }

  /// Returns `commons.json`.
  ///
  /// - Parameter published: Returns what the published catalogue says of a sheet that is as it was.
  package func encoded(after published: ((Int) -> ArraySlice<UInt8>?)? = nil) -> [UInt8] {
    let configuration = context.configuration
    let catalogue = CatalogueFile(
      title: configuration.title, summary: configuration.tagline ?? "",
      language: configuration.language, licence: configuration.licence?.id,
      baseURL: context.baseURL, generator: SiteObject.generator)
    return catalogue.encoded(
      fragments: context.commons.sheets.indices.lazy.map { index in
        published?(index) ?? entry(index).encoded(baseURL: context.baseURL)[...]
      })
  }

  private func entry(_ index: Int) -> CatalogueEntry {
    let commons = context.commons
    let sheet = commons.sheets[index]
    let folder = commons.addresses[index]
    let fields = FieldJSON(commons: commons)
    let isTranslation = sheet.original != nil
    let parts = (isTranslation ? [commons.language(of: index)] : []) + [sheet.id]
    return CatalogueEntry(
      id: parts.filter { !$0.isEmpty }.joined(separator: "/"),
      translationOf: isTranslation ? sheet.id : nil, type: sheet.type.id,
      title: context.titles[index],
      summary: context.sheets[index].summary, path: folder,
      source: sheet.type.exportsSource ? folder + "index.md" : nil,
      language: commons.language(of: index),
      licence: (sheet.licence ?? context.configuration.licence)?.id, authors: sheet.authors,
      credits: fields.credits(of: sheet),
      tags: commons.tagLabels(of: index),
      published: Timestamp(sheet.date), updated: Timestamp(commons.lastChange(of: index)),
      fields: fields.members(of: index), sha256: commons.records[index].digest)
  }
}
