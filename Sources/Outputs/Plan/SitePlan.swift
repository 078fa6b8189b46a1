import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading

/// Every file of a site, named before any is made.
package struct SitePlan: Sendable {
  /// The files, in the order of their making.
  package let files: [any Output]
  /// The files that are made beside them, and belong to no page.
  package private(set) var filesBeside: [String] = []
  /// How many of them are pages that have an address of their own, which that of errors has not.
  package let pageCount: Int

  /// The longest name of a file or a folder, in bytes, on the file systems of today.
  package static let maxName = 255

  /// The kinds of files that sites publish.
  ///
  /// Large pages come first, so that workers end together.
  private static let kinds: [any Output.Type] = [
    SiteMapPage.self, AlphabetPage.self, SheetPage.self, SectionPage.self, LanguageHomePage.self,
    TagsPage.self, TagPage.self, SearchPage.self, NotFoundPage.self, SheetSource.self,
    SheetData.self, FormerAddress.self, FeedFile.self, EventCalendar.self, AgendaCalendar.self,
    SharedImage.self, ThemeAsset.self, AttachmentFile.self, DerivedPicture.self,
    ActivityData.self,
  ]

  /// Plans a site; two files at one address are reported.
  ///
  /// - Parameter hasAddress: Whether it is known where the site is published.
  package init(_ commons: LinkedSite, hasAddress: Bool, reporting diagnostics: inout [Diagnostic]) {
    files = Self.kinds.flatMap { $0.all(in: commons, hasAddress: hasAddress) }
    pageCount = files.count { $0 is any PageOutput && !($0 is NotFoundPage) }
    reportLongNames(&diagnostics)
    reportCollisions(choice: { Self.choice(of: $1, by: $0, commons) }, &diagnostics)
  }

  /// Returns where the sheet in a file chooses an address.
  private static func choice(
    of path: String, by origin: String, _ commons: LinkedSite
  ) -> SourceLocation? {
    guard let sheet = commons.site.sheets.first(where: { $0.path == origin }) else { return nil }
    let alias = sheet.aliases.first { path == $0.path || path.hasPrefix($0.path + "/") }
    return alias?.location ?? sheet.locations["slug"]
  }

  /// The paths of all files.
  package var paths: [String] { files.map(\.path) + filesBeside }

  /// How many files there are.
  package var fileCount: Int { files.count + filesBeside.count }

  /// Adds files that are made beside the pages; two files at one address are reported.
  package mutating func add(beside paths: [String], reporting diagnostics: inout [Diagnostic]) {
    let mayCollide = mayCollide(paths)
    filesBeside += paths
    if mayCollide { reportCollisions(&diagnostics) }
  }

  private static let kindNumbers = Dictionary(
    uniqueKeysWithValues: kinds.enumerated().map { (ObjectIdentifier($1), $0) })

  /// Returns the number of the kind of a file, by which builds know what a path was before.
  package static func kindNumber(of file: some Output) -> Int {
    kindNumbers[ObjectIdentifier(type(of: file))] ?? -1
  }
}
