import ContentModel
import Diagnostics

/// The sheets of a site and everything that connects them: what pages are made from.
final class Commons: Sendable {
  let site: LoadedSite
  /// The published folder of each sheet, `methodes/world-cafe/`; empty for the home page.
  let folders: [String]
  /// The same, percent-encoded for links.
  let addresses: [String]
  let directory: SheetDirectory
  let relations: Relations
  let tags: TagIndex
  let sections: SectionTree
  let alphabet: Alphabet
  /// The sheets of the types that views show, in the order of each type.
  let sheetsByType: [String: [Int]]
  let calendar: SiteCalendar
  let translations: Translations
  /// Where each attachment is published, by its path below the content folder.
  let attachments: [String: SourceFolder.File]
  let pictures: PictureStore

  /// Connects the sheets of a site.
  ///
  /// - Complexity: O(*n* log *n*) in the number of sheets.
  init(_ site: LoadedSite, pictures: PictureStore, reporting diagnostics: inout [Diagnostic]) {
    self.site = site
    self.pictures = pictures
    folders = site.sheets.map(Self.folder)
    addresses = folders.map(Address.encode)
    directory = SheetDirectory(site.sheets, unpublished: site.unpublished)
    relations = Relations(site.originals, directory: directory, reporting: &diagnostics)
    tags = TagIndex(site.originals)
    sections = SectionTree(site.originals)
    alphabet = Alphabet(site.originals, language: site.configuration.language)
    sheetsByType = Self.sheetsByType(site.originals, inViewsOf: site.sheets)
    translations = Translations(site, sections: sections)
    calendar = SiteCalendar(site.originals, reporting: &diagnostics)
    attachments = Dictionary(
      site.attachments.map { ($0.contentPath, $0) }, uniquingKeysWith: { first, _ in first })
    checkLicences(reporting: &diagnostics)
    checkViews(reporting: &diagnostics)
    checkLanguageFolders(reporting: &diagnostics)
  }

  private static func folder(of sheet: Sheet) -> String {
    guard sheet.original != nil, let language = sheet.language else {
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

  /// A collection may not hold a sheet whose terms forbid what the collection allows.
  private func checkLicences(reporting diagnostics: inout [Diagnostic]) {
    guard let collection = site.configuration.licence else { return }
    for sheet in site.sheets {
      guard let licence = sheet.licence, !licence.fits(in: collection) else { continue }
      let key = sheet.locations["licence"] == nil ? "license" : "licence"
      diagnostics.append(
        .unfitLicence(licence.id, collection: collection.id, at: sheet.location(of: key)))
    }
  }

  /// The terms that a sheet bears, as pairs of a vocabulary and a term.
  func terms(of sheet: Sheet) -> [(vocabulary: String, term: String)] {
    var terms: [(String, String)] = []
    for field in sheet.type.fields {
      guard case .term(let vocabulary) = field.kind, let value = sheet.fields[field.key] else {
        continue
      }
      for case .term(let term) in value.elements { terms.append((vocabulary, term)) }
    }
    return terms
  }
}
