import Calendars
package import ContentModel
import Diagnostics
package import SiteLoading
package import Theming

/// The site as outputs see it: whatever an output reads here is noted among its dependencies.
///
/// The view keeps the ``LinkedSite`` to itself, so an output cannot read a part of the site without
/// its being noted: such code does not compile. What the configuration, the theme, the vocabularies
/// and the data files say needs no note, as every output is made again when one of these changes.
package struct SiteView: Sendable {
  /// The site; its readings go to ``recorder``.
  let site: LinkedSite
  /// What the site declares.
  package let declared: DeclaredSite
  private let recorder: DependencyRecorder?

  /// Shows a site to outputs whose readings nobody keeps: those that are planned, checked or previewed.
  package init(_ site: LinkedSite) {
    self.site = site
    declared = DeclaredSite(configuration: site.site.configuration)
    recorder = nil
  }

  private init(_ view: SiteView, _ recorder: DependencyRecorder) {
    site = LinkedSite(view.site, recorder)
    declared = view.declared
    self.recorder = recorder
  }

  /// Returns the view of one worker, whose readings a recorder keeps.
  package func recording(_ recorder: DependencyRecorder) -> SiteView { SiteView(self, recorder) }

  // MARK: What makes every output again

  package var theme: Theme { site.site.theme }
  package var vocabularies: [String: Vocabulary] { site.site.vocabularies }
  /// Returns the type whose sheets lie in a folder; nil when none does.
  package func type(ofFolder id: String) -> ContentType? {
    site.site.types.values.filter { $0.folder == id }.min { $0.id < $1.id }
  }
  /// Returns the type with an id; nil when there is none, or when it is that of plain pages.
  package func type(withID id: String) -> ContentType? {
    id == ContentType.page.id ? nil : site.site.types[id]
  }
  /// The content folder relative to the source folder; every file of a sheet starts with it.
  package var contentFolder: String { site.site.contentFolder }
  /// The data files, by their names.
  package var data: [String: DataValue] { site.site.data }
  /// Whether nobody has made a site of the folder: it has neither a configuration nor types.
  package var isPlain: Bool { site.site.isPlain }
  /// Where the files that belong to no sheet are published.
  package var layout: SiteLayout { site.layout }

  /// The sheets of other labs: every output is made again when these change.
  package var federated: FederatedSheets { site.federated }
  /// The path of the index of these from the root; nil when there is none.
  package var federatedIndex: String? { site.federatedIndex }

  // MARK: What is noted

  /// Notes that something of the whole site is read which the caller keeps itself.
  package func note(_ whole: Dependency.Whole) { recorder?.note(whole) }

  /// Notes again what was read for a value that several outputs share.
  package func note(again reads: [UInt32]) { recorder?.note(again: reads) }

  /// Returns a value that several outputs share, and all that was read for it.
  package func reads<Value>(_ make: () -> Value) -> (Value, [UInt32]) {
    recorder?.reads(make) ?? (make(), [])
  }

  /// The sheets, the originals first, then the translations.
  package var sheets: Tracked<Sheet> { site.sheets }
  /// The sheets but for those that are in no list.
  package var listedSheets: [Int] { sheets.indices.filter { !sheets[$0].isUnlisted } }
  /// What was read of each sheet, as it was written.
  package var records: Tracked<SheetRecord> { site.records }
  /// The published folder of each sheet, `methodes/world-cafe/`; empty for the home page.
  package var folders: Tracked<String> { site.folders }
  /// The same, percent-encoded for links.
  package var addresses: Tracked<String> { site.addresses }
  /// The folders of the content; they note by themselves.
  package var sections: SectionTree { site.sections }
  /// The languages of the site and its sheets; they note by themselves.
  package var translations: Translations { site.translations }
  /// The tags, in their order.
  package var tags: Tracked<Tag> { site.tags }
  /// What sheets have pages by: their tags, then what the site names.
  package var taxonomies: [SiteTaxonomy] { site.taxonomies }
  /// The words of these, the tags first.
  package var terms: Tracked<Tag> { site.terms }
  /// The sheets by the first letter of their titles.
  package var alphabet: Alphabet { site.alphabet }
  /// The events of the site.
  package var calendar: SiteCalendar { site.calendar }
  /// The files beside the sheets, by their paths below the content folder.
  package var attachments: [String: SourceFolder.File] { site.attachments }
  /// The same, in the order of the source.
  package var attachmentList: [SourceFolder.File] {
    recorder?.note(.files)
    return site.site.attachments
  }
  /// What pages show in the place of pictures; whoever has a file has read where it lies.
  package var pictures: PictureStore { site.pictures }
  /// The picture beside the name of the site; nil when it names none that is there.
  package var logo: SourceFolder.File? { site.logo }
  /// The picture of the home page; nil when the site names none that is there.
  package var homeImage: SourceFolder.File? { site.homeImage }
}
