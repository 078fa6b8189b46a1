import SiteGraph
import ContentModel
import Formats
import TextEncoding

/// Makes the feeds of a site, of the folders at its top, of its tags and of its other words.
struct SiteFeeds {
  /// How many sheets a feed holds: what a reader may have missed, not the whole site.
  private static let maxEntries = 100

  private let context: PageContext

  init(_ context: PageContext) {
    self.context = context
  }

  /// Returns the feed of a folder.
  ///
  /// - Parameter folder: The folder, as `methodes/`; empty for the whole site.
  func feed(ofFolder folder: String) -> Feed {
    let commons = context.commons
    // Those of a section are in its language; that of the site holds translations too.
    let latest =
      folder.isEmpty && commons.translations.hasTranslations
      ? commons.latest(of: commons.sheets.indices) : context.latestSheets
    let sheets = latest.lazy
      .filter { commons.folders[$0].hasPrefix(folder) }.prefix(Self.maxEntries)
    return feed(
      folder.isEmpty ? nil : commons.title(ofFolder: String(folder.dropLast())),
      // Once: what is lazy would look for the sheets of the folder again.
      in: folder, Array(sheets))
  }

  /// Returns the feed of a word of a taxonomy, by its number.
  func feed(ofTerm number: Int, in taxonomy: Int) -> Feed {
    let commons = context.commons
    let term = commons.terms[number]
    let folder = commons.folder(
      ofTerm: number, in: taxonomy, language: context.commons.declared.configuration.language)
    return feed(term.label, in: folder, commons.latest(of: term.sheets).prefix(Self.maxEntries))
  }

  /// - Parameter title: What the feed is about, unless it is about the whole site.
  private func feed(_ title: String?, in folder: String, _ sheets: some Sequence<Int>) -> Feed {
    let configuration = context.commons.declared.configuration
    let entries = sheets.compactMap(entry)
    return Feed(
      title: (title.map { $0 + " – " } ?? "") + configuration.title,
      summary: configuration.tagline ?? "", language: configuration.language,
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
