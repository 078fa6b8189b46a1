package import ByteCoding
package import Calendars
package import ContentModel
import Diagnostics
import SiteFiles
package import SourceHistory
package import Theming

/// A source folder, read and checked file by file.
package final class LoadedSite: Sendable {
  package let configuration: SiteConfiguration
  package let types: [String: ContentType]
  package let vocabularies: [String: Vocabulary]
  /// What sheets have pages by: their tags, then what the site names.
  package let taxonomies: [Taxonomy]
  /// The components of the site, by the paths of their files.
  package let components: [SiteComponent]
  /// What the sheets were read against.
  package let reader: SheetReader
  /// The day of the build, in the time zone of the site where it names one.
  package let today: CalendarDate
  /// The words that mean the same to those who search.
  package let synonyms: SynonymList
  package let data: [String: DataValue]
  package let loadedTheme: LoadedTheme
  /// The sheets of other labs.
  package let federation: Federation
  /// The sheets that are published, in the order of the site: by id, then the translations.
  package let sheets: [Sheet]
  /// The sheets that translate no other: those that lists, tags and menus are made from.
  package let originals: [Sheet]
  /// What was read of each sheet, in the same order.
  package let records: [SheetRecord]
  /// The sheets that are not published, and why.
  package let unpublished: [(sheet: Sheet, reason: SheetDirectory.Unpublished)]
  /// The rows of data files that give sheets, by the paths of the files that these would be.
  let rows: [String: SheetRow]
  /// The files that are published as they are.
  package let attachments: [SourceFolder.File]
  /// The paths below the content folder of files that are there and are not published.
  package let unread: Set<String>
  /// What version control remembers of the files, where the configuration asks for it.
  package let history: SourceHistory
  /// The day of each sheet's last change: the one that it gives, or else that of its last commit.
  package let lastChanges: [CalendarDate?]
  /// The places that lists of pages, as `SUMMARY.md`, give to sheets, by their paths.
  package let order: [String: Int]
  /// Whether nobody has made a site of the folder: it has neither a configuration nor types.
  ///
  /// What is wrong with a sheet then keeps no other one from being published.
  package let isPlain: Bool
  /// The content folder relative to the source folder; empty when they are the same.
  package let contentFolder: String
  /// The digest of the configuration, the types, the vocabularies, the components, the synonyms and the
  /// data.
  package let declarations: String
  /// Every file that was read as a sheet, published or not.
  package let files: [SheetRecord]
  package let folders: SourceFolders
  /// Every file that was read, as it was then.
  package let snapshot: SourceSnapshot
  /// The files whose texts sheets include, read as the sheets are rendered.
  package let included: IncludedFiles

  package init(
    configuration: SiteConfiguration, today: CalendarDate, types: [String: ContentType],
    vocabularies: [String: Vocabulary], taxonomies: [Taxonomy], components: [SiteComponent],
    reader: SheetReader,
    synonyms: SynonymList,
    data: [String: DataValue], loadedTheme: LoadedTheme, federation: Federation,
    declarations: String, files: [SheetRecord], published: [SheetRecord],
    unpublished: [(sheet: Sheet, reason: SheetDirectory.Unpublished)],
    attachments: [SourceFolder.File], unread: Set<String>, history: SourceHistory,
    order: [String: Int], isPlain: Bool, contentFolder: String, folders: SourceFolders,
    snapshot: SourceSnapshot,
    included: IncludedFiles
  ) {
    self.order = order
    self.isPlain = isPlain
    self.configuration = configuration
    self.today = today
    self.types = types
    self.vocabularies = vocabularies
    self.taxonomies = taxonomies
    self.components = components
    self.reader = reader
    self.synonyms = synonyms
    self.data = data
    self.loadedTheme = loadedTheme
    self.federation = federation
    self.declarations = declarations
    self.files = files
    rows = Dictionary(
      files.lazy.compactMap { record in record.file.row.map { (record.file.path, $0) } },
      uniquingKeysWith: { first, _ in first })
    records = published
    let sheets = published.compactMap(\.sheet)
    self.sheets = sheets
    let count = sheets.firstIndex { $0.original != nil } ?? sheets.count
    originals = count == sheets.count ? sheets : Array(sheets[..<count])
    self.unpublished = unpublished
    self.attachments = attachments
    self.unread = unread
    self.history = history
    lastChanges = sheets.map { Self.lastChange(of: $0, in: history) }
    self.contentFolder = contentFolder
    self.folders = folders
    self.snapshot = snapshot
    self.included = included
  }

  package var theme: Theme { loadedTheme.theme }

  /// The folders and files that the site was made from, those that sheets include among them.
  package var foldersRead: SourceFolders {
    SourceFolders(
      content: folders.content, themes: folders.themes, included: included.diskPaths)
  }

  /// Every file that was read, those that sheets include among them.
  package var filesRead: SourceSnapshot { SourceSnapshot(snapshot.entries + included.entries) }

  /// Stands for the words of the theme, which components say; 0 without components.
  package var wordsOfComponents: UInt64 { components.isEmpty ? 0 : themeHash }

  /// The hash of all that links may lead to: sheets by their ids, titles and addresses, and files, with
  /// the words of the theme for these.
  package var linkTargets: UInt64 {
    StableHash.of { hasher in
      for record in records { hasher.add(record.head) }
      for (sheet, reason) in unpublished {
        hasher.add(sheet.path)
        hasher.add(sheet.title)
        hasher.add("\(reason)")
      }
      addFiles(attachments, to: &hasher)
      hasher.add(themeHash)
    }
  }

  /// Adds files beside the sheets, as they were when the source was listed.
  package func addFiles(_ files: [SourceFolder.File], to hasher: inout StableHash) {
    guard !files.isEmpty else { return }
    let metadata = Dictionary(
      snapshot.entries.map { ($0.path, $0.metadata) }, uniquingKeysWith: { $1 })
    for file in files {
      hasher.add(file.contentPath)
      hasher.add(metadata[file.diskPath].flatMap(\.self)?.number ?? .random(in: .min ... .max))
    }
  }

  /// The hash of the files of the theme as they were read.
  package var themeHash: UInt64 {
    let themes = folders.themes.map { $0 + "/" }
    return StableHash.of { hasher in
      for entry in snapshot.entries where themes.contains(where: entry.path.hasPrefix) {
        hasher.add(entry.path)
        hasher.add(entry.metadata?.number ?? .random(in: .min ... .max))
      }
    }
  }

  /// The path below the content folder of a path relative to the source folder.
  package func contentPath(of path: String) -> Substring {
    contentFolder.isEmpty ? path[...] : path.dropFirst(contentFolder.utf8.count + 1)
  }
}
