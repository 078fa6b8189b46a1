package import ContentModel
package import Diagnostics
package import Formats
package import SiteLoading
import TextEncoding

/// The sheets of a site and everything that connects them: what pages are made from.
package final class LinkedSite: Sendable {
  package let site: LoadedSite
  /// Where the files that belong to no sheet are published.
  package let layout: SiteLayout
  /// The sheets, the originals first, then the translations.
  package let sheets: Tracked<Sheet>
  /// What was read of each sheet, as it was written.
  package let records: Tracked<SheetRecord>
  /// The tags, in their order.
  package let tags: Tracked<Tag>
  /// What sheets have pages by: their tags, then what the site names.
  package let taxonomies: [SiteTaxonomy]
  /// The words of these, the tags first.
  package let terms: Tracked<Tag>
  /// The published folder of each sheet, `methodes/world-cafe/`; empty for the home page.
  package let folders: Tracked<String>
  /// The same, percent-encoded for links.
  package let addresses: Tracked<String>
  package let directory: SheetDirectory
  package let relations: Relations
  package let tagIndex: TagIndex
  package let sections: SectionTree
  package let translations: Translations
  package let pictures: PictureStore
  /// Keeps what a worker reads for the file that it makes.
  let recorder: DependencyRecorder?
  /// The address of the site, when its configuration gives one that can be read.
  package let configuredBaseURL: BaseURL?
  // `LinkedSite+Reads` has the accessors that note each read of these.
  package let allLetters: Alphabet
  package let allSheetsByType: [String: [Int]]
  package let allEvents: SiteCalendar
  let allAttachments: [String: SourceFolder.File]
  // Indexes for links that do not name a file; made when the first such link is met.
  let addressIndex: OnDemand<AddressIndex>
  let fileNames: OnDemand<PathIndex>
  /// What dead links may have meant.
  let allSourceNames: OnDemand<SourceNames>
  /// The files that are left out, by their names.
  let unreadNames: OnDemand<[String: String]>
  /// Where the menus lead.
  let menuLinks: MenuLinks
  /// The site whose readings nobody keeps, that this one is a copy of.
  private let source: LinkedSite?
  /// The licences that folders' own pages give to their sheets, by folder.
  package let sectionLicences: [String: Licence]
  /// The sheets of other labs.
  package let federated: FederatedSheets

  /// Connects the sheets of a site.
  ///
  /// - Complexity: O(*n* log *n*) in the number of sheets.
  package init(
    _ site: LoadedSite, pictures: PictureStore, reporting diagnostics: inout [Diagnostic]
  ) async {
    // These three need only the sheets, so they are made side by side.
    async let index = TagIndex(site.originals)
    async let letters = Alphabet(site.originals, language: site.configuration.language)
    async let tree = SectionTree(
      site.originals, language: site.configuration.language, places: site.order)
    self.site = site
    sheets = Tracked(site.sheets, .sheet, nil)
    records = Tracked(site.records, .source, nil)
    self.pictures = pictures
    recorder = nil
    configuredBaseURL = site.configuration.baseURL.flatMap { BaseURL($0) }
    var places = site.sheets.map { Self.folder(of: $0, siteLanguage: site.configuration.language) }
    Self.avoidReservedAddresses(&places, of: site, reporting: &diagnostics)
    let folders = places
    layout = Self.layout(of: site, folders, reporting: &diagnostics)
    self.folders = Tracked(folders, .sheet, nil)
    let encoded = folders.map(Address.encode)
    addresses = Tracked(encoded, .sheet, nil)
    directory = SheetDirectory(site.sheets, unpublished: site.unpublished)
    relations = Relations(site.originals, directory: directory, reporting: &diagnostics)
    tagIndex = await index
    tags = Tracked(tagIndex.tags, .tag, of: .tags, nil)
    taxonomies = SiteTaxonomy.all(of: site, tags: tagIndex, folders: layout.taxonomyFolders)
    terms = Tracked(
      taxonomies.count == 1 ? tagIndex.tags : taxonomies.flatMap(\.index.tags), .tag, of: .terms,
      nil)
    sections = await tree
    allLetters = await letters
    allSheetsByType = Self.sheetsByType(site.originals, inViewsOf: site.sheets)
    translations = Translations(site, sections: sections)
    allEvents = SiteCalendar(site.originals, reporting: &diagnostics)
    allAttachments = Dictionary(
      site.attachments.map { ($0.contentPath, $0) }, uniquingKeysWith: { first, _ in first })
    addressIndex = OnDemand { AddressIndex(site.sheets, folders: folders) }
    fileNames = OnDemand {
      PathIndex(site.attachments.enumerated().map { ($1.contentPath, $0) })
    }
    allSourceNames = OnDemand { SourceNames(site) }
    unreadNames = OnDemand {
      Dictionary(
        site.unread.sorted().map { (SheetLinkProvider.lastPart($0).lowercased(), $0) },
        uniquingKeysWith: { first, _ in first })
    }
    menuLinks = MenuLinks()
    source = nil
    sectionLicences = Self.sectionLicences(site.originals)
    let isAlone = site.federation.labs.isEmpty
    federated = FederatedSheets(
      site.federation,
      own: isAlone
        ? []
        : site.sheets.indices.map { (site.sheets[$0], encoded[$0], site.records[$0].digest) })
  }

  /// Copies the site for a worker whose readings are recorded: the one that a ``SiteView`` shows.
  init(_ commons: LinkedSite, _ recorder: DependencyRecorder) {
    site = commons.site
    layout = commons.layout
    sheets = commons.sheets.recording(recorder)
    records = commons.records.recording(recorder)
    tags = commons.tags.recording(recorder)
    taxonomies = commons.taxonomies
    terms = commons.terms.recording(recorder)
    folders = commons.folders.recording(recorder)
    addresses = commons.addresses.recording(recorder)
    directory = commons.directory
    relations = commons.relations
    tagIndex = commons.tagIndex
    sections = commons.sections.recording(recorder)
    translations = commons.translations.recording(recorder)
    pictures = commons.pictures
    self.recorder = recorder
    configuredBaseURL = commons.configuredBaseURL
    allLetters = commons.allLetters
    allSheetsByType = commons.allSheetsByType
    allEvents = commons.allEvents
    allAttachments = commons.allAttachments
    addressIndex = commons.addressIndex
    fileNames = commons.fileNames
    allSourceNames = commons.allSourceNames
    unreadNames = commons.unreadNames
    menuLinks = commons.menuLinks
    source = commons
    sectionLicences = commons.sectionLicences
    federated = commons.federated
  }

  /// The site without a recorder.
  var unrecorded: LinkedSite { source ?? self }

  /// Lays out the pages that Archipel makes, away from the folders of sheets.
  private static func layout(
    of site: LoadedSite, _ folders: [String], reporting diagnostics: inout [Diagnostic]
  ) -> SiteLayout {
    var addresses = site.configuration.addresses
    var first: [String: Int] = [:]
    for (index, folder) in folders.enumerated() {
      guard let slash = folder.utf8.firstIndex(of: UInt8(ascii: "/")) else { continue }
      let top = String(folder[..<slash])
      if first[top] == nil { first[top] = index }
    }
    for move in addresses.avoid(Set(first.keys)) {
      guard let index = first[move.folder] else { continue }
      diagnostics.append(
        .movedPage(
          move.folder, to: move.other, key: move.key,
          at: SourceLocation(path: site.sheets[index].path)))
    }
    return SiteLayout(
      addresses,
      taxonomies: taxonomyFolders(of: site, besides: Set(first.keys), addresses, &diagnostics))
  }

  /// Returns the folders of the pages of the taxonomies that the site names.
  private static func taxonomyFolders(
    of site: LoadedSite, besides folders: Set<String>, _ addresses: SiteAddresses,
    _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    var taken = folders.union(addresses.folders)
    return site.taxonomies.dropFirst().map { taxonomy in
      let folder = SiteAddresses.free(taxonomy.folder, besides: taken)
      if folder != taxonomy.folder {
        diagnostics.append(
          .movedTaxonomy(taxonomy.folder, to: folder, at: taxonomy.location))
      }
      taken.insert(folder)
      return folder
    }
  }

  private static func folder(of sheet: Sheet, siteLanguage: String) -> String {
    guard let language = sheet.namedLanguage, language != siteLanguage else {
      return folderInLanguage(of: sheet)
    }
    return folder(of: language) + folderInLanguage(of: sheet)
  }

  private static func folderInLanguage(of sheet: Sheet) -> String {
    // The sheets of a folder are published below its name: its own page stays with them.
    guard let slug = sheet.slug, !sheet.isIndex else {
      return sheet.id.isEmpty ? "" : sheet.id + "/"
    }
    return sheet.folder.isEmpty ? slug + "/" : sheet.folder + "/" + slug + "/"
  }
}
