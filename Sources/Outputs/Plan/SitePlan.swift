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
  /// The place of each file in the list, by its path.
  private var places: OnDemand<[String: Int]>
  /// Whether there was nothing to say of the paths of the files, and nothing to leave out.
  private var arePathsSound = false

  /// The longest name of a file or a folder, in bytes, on the file systems of today.
  package static let maxName = 255

  /// The kinds of files that sites publish.
  ///
  /// Large pages come first, so that workers end together.
  private static let kinds: [any Output.Type] = [
    SiteMapPage.self, AlphabetPage.self, SheetPage.self, SectionPage.self, LanguageHomePage.self,
    TaxonomyPage.self, TermPage.self, SearchPage.self, NotFoundPage.self, SheetSource.self,
    SheetData.self, FormerAddress.self, FeedFile.self, EventCalendar.self, AgendaCalendar.self,
    SharedImage.self, ThemeAsset.self, AttachmentFile.self, DerivedPicture.self,
    ActivityData.self, SheetCode.self, CanvasFile.self, PocketCardData.self, SheetBundle.self,
    SheetLinkedData.self,
  ]

  /// Plans a site; two files at one address are reported.
  ///
  /// - Parameters:
  ///   - hasAddress: Whether it is known where the site is published.
  ///   - last: The plan of the same site before: the same paths need not be checked again.
  package init(
    _ commons: SiteView, hasAddress: Bool, after last: SitePlan? = nil,
    reporting diagnostics: inout [Diagnostic]
  ) {
    let planned = Self.kinds.map { $0.all(in: commons, hasAddress: hasAddress) }
    files = Array(planned.joined())
    pageCount = zip(Self.kinds, planned).reduce(0) { count, kind in
      Self.isPage(kind.0) ? count + kind.1.count : count
    }
    if let last, last.arePathsSound, last.files.elementsEqual(files, by: { $0.path == $1.path }) {
      places = last.places
      arePathsSound = true
    } else {
      places = Self.places(of: files)
      let told = diagnostics.count
      checkPaths(commons, &diagnostics)
      arePathsSound = diagnostics.count == told
    }
    let reserved = ReservedPaths(commons.declared.configuration, commons.layout)
    leaveOutReserved(reserved, of: commons, &diagnostics)
    reportFormerQueries(commons, &diagnostics)
    reportExports(commons, &diagnostics)
  }

  /// Removes files by their number.
  mutating func remove(_ lost: Set<Int>) {
    guard !lost.isEmpty else { return }
    pageCount -= lost.count { Self.isPage(type(of: files[$0])) }
    files = files.indices.lazy.filter { !lost.contains($0) }.map { files[$0] }
    places = Self.places(of: files)
    arePathsSound = false
  }

  private static func isPage(_ kind: any Output.Type) -> Bool {
    kind is any PageOutput.Type && kind != NotFoundPage.self
  }

  private static func places(of files: [any Output]) -> OnDemand<[String: Int]> {
    OnDemand { Dictionary(files.enumerated().map { ($1.path, $0) }) { first, _ in first } }
  }

  /// Returns the file at a path of the site; nil for a path without one.
  package func file(at path: String) -> (any Output)? { places.value[path].map { files[$0] } }

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
