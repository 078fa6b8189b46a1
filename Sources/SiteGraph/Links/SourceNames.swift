import ContentModel
import Diagnostics
import SiteLoading

/// What the source files of a site are called, for what a dead link may have meant.
struct SourceNames: Sendable {
  /// The first source file by path for each name, in small letters, of what lies beside the sheets.
  private let firstByName: [String: String]
  /// The source files, sheets included, by their paths in small letters.
  private let pathsBySpelling: [String: [String]]
  /// The paths below the content folder of what lies beside the sheets, all of them under no ending.
  private let pathsByEnding: [String: NearNames]
  private let names: NearNames

  init(_ site: LoadedSite) {
    let files = site.attachments
    firstByName = Dictionary(
      files.map { (SheetLinkProvider.lastPart($0.path).lowercased(), $0.path) },
      uniquingKeysWith: min)
    pathsBySpelling = Dictionary(grouping: site.sheets.map(\.path) + files.map(\.path)) {
      $0.lowercased()
    }
    let paths = files.map(\.contentPath)
    pathsByEnding = Dictionary(grouping: paths, by: Self.ending).mapValues { NearNames($0) }
      .merging(["": NearNames(paths)]) { $1 }
    names = NearNames(paths.map(SheetLinkProvider.lastPart))
  }

  /// Returns the file of a name, in whatever folder, the letter case aside; the first by path.
  func file(named name: String) -> String? { firstByName[name.lowercased()] }

  /// Returns the source file whose path differs from another one in letter case alone; the first by path.
  func file(spelt path: String) -> String? {
    pathsBySpelling[path.lowercased()]?.filter { $0 != path }.min()
  }

  /// Returns the path below the content folder that is nearly this one, of a file of its kind.
  func closest(toPath path: String) -> String? {
    pathsByEnding[Self.ending(of: path)]?.closest(to: path)
  }

  /// Returns the name of a file that is nearly this one.
  func closest(toName name: String) -> String? { names.closest(to: name) }

  private static func ending(of path: String) -> String {
    path.lastIndex(of: ".").map { String(path[$0...]) } ?? ""
  }
}
