import SiteGraph
import ContentModel
import Formats
import TextEncoding

/// Makes the feeds of a site and of the folders at its top.
struct SiteFeeds {
  /// How many sheets a feed holds: what a reader may have missed, not the whole site.
  private static let maxEntries = 100

  private let context: PageContext

  init(_ context: PageContext) {
    self.context = context
  }

  /// Returns a feed.
  ///
  /// - Parameter folder: The folder, as `methodes/`; empty for the whole site.
  func feed(folder: String) -> Feed {
    let commons = context.commons
    let configuration = context.configuration
    // Those of a section are in its language; that of the site holds translations too.
    let latest =
      folder.isEmpty && commons.translations.hasTranslations
      ? commons.latest(of: commons.sheets.indices) : context.latestSheets
    let sheets = latest.lazy
      .filter { commons.folders[$0].hasPrefix(folder) }.prefix(Self.maxEntries)
    // Once: what is lazy would look for the sheets of the folder again.
    let entries = Array(sheets).compactMap(entry)
    let section = folder.isEmpty ? "" : commons.title(ofFolder: String(folder.dropLast())) + " – "
    return Feed(
      title: section + configuration.title, summary: configuration.tagline ?? "",
      language: configuration.language,
      publisher: configuration.publisher ?? configuration.title,
      rights: configuration.licence?.label, licenceURL: configuration.licence?.url,
      generator: SiteObject.generator, folder: Address.encode(folder),
      updated: entries.map(\.updated).max() ?? .epoch, entries: entries)
  }

  private func entry(_ index: Int) -> FeedEntry? {
    let commons = context.commons
    let sheet = commons.sheets[index]
    guard let updated = Timestamp(commons.latestDate(of: index)) else { return nil }
    return FeedEntry(
      path: commons.addresses[index], title: context.titles[index],
      summary: context.sheets[index].summary, language: sheet.language,
      published: Timestamp(sheet.date), updated: updated, authors: sheet.authors,
      tags: commons.tagLabels(of: index),
      original: original(of: index))
  }

  private func original(of index: Int) -> FeedEntry.Original? {
    let commons = context.commons
    let original = commons.translations.original(of: index)
    guard original != index else { return nil }
    return FeedEntry.Original(
      path: commons.addresses[original], language: commons.language(of: original))
  }
}
