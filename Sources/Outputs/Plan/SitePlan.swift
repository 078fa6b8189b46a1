import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading

/// Every file of a site, named before any is made.
package struct SitePlan: Sendable {
  /// The files, in the order of their making.
  package private(set) var files: [any Output]
  /// The files that are made beside them, and belong to no page.
  package private(set) var filesBeside: [String] = []
  /// How many of them are pages that have an address of their own, which that of errors has not.
  package private(set) var pageCount: Int

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
    ActivityData.self, SheetCode.self, CanvasFile.self, PocketCardData.self, SheetBundle.self,
    SheetLinkedData.self,
  ]

  /// Plans a site; two files at one address are reported.
  ///
  /// - Parameter hasAddress: Whether it is known where the site is published.
  package init(_ commons: SiteView, hasAddress: Bool, reporting diagnostics: inout [Diagnostic]) {
    files = Self.kinds.flatMap { $0.all(in: commons, hasAddress: hasAddress) }
    pageCount = Self.pageCount(of: files)
    reportLongNames(&diagnostics)
    reportUnportableNames(&diagnostics)
    reportLookalikes(&diagnostics)
    resolveCollisions(commons, &diagnostics)
    reportFormerQueries(commons, &diagnostics)
    reportExports(commons, &diagnostics)
  }

  private static func pageCount(of files: [any Output]) -> Int {
    files.count { $0 is any PageOutput && !($0 is NotFoundPage) }
  }

  /// Removes files by their number.
  mutating func remove(_ lost: Set<Int>) {
    guard !lost.isEmpty else { return }
    files = files.indices.lazy.filter { !lost.contains($0) }.map { files[$0] }
    pageCount = Self.pageCount(of: files)
  }

  /// Sets the files that are made beside the pages.
  mutating func setFilesBeside(_ paths: [String]) { filesBeside = paths }

  /// The former addresses that have a page, each with its sheet.
  package var formerAddresses: [(path: String, sheet: Int)] {
    files.compactMap { file in
      guard file is FormerAddress, let sheet = file.sheet else { return nil }
      return (file.path, sheet)
    }
  }

  /// The paths of all files.
  package var paths: [String] { files.map(\.path) + filesBeside }

  /// How many files there are.
  package var fileCount: Int { files.count + filesBeside.count }

  private static let kindNumbers = Dictionary(
    uniqueKeysWithValues: kinds.enumerated().map { (ObjectIdentifier($1), $0) })

  /// Returns the number of the kind of a file, by which builds know what a path was before.
  package static func kindNumber(of file: some Output) -> Int {
    kindNumbers[ObjectIdentifier(type(of: file))] ?? -1
  }
}
