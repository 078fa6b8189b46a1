package import Diagnostics
import Formats
package import SiteGraph

/// The feed of a site or of a folder at its top, in Atom or as JSON.
package struct FeedFile: Output {
  /// The formats in which feeds are published.
  private enum Format: String, CaseIterable {
    case atom
    case json

    var fileName: String {
      switch self {
      case .atom: AtomFeed.fileName
      case .json: JSONFeed.fileName
      }
    }
  }

  package let path: String
  package let origin: String
  private let folder: String
  private let format: Format

  private init(_ folder: String, _ format: Format) {
    path = folder + format.fileName
    origin = format.fileName
    self.folder = folder
    self.format = format
  }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    ([""] + site.sections.topFolders).flatMap { folder in
      Format.allCases.map { FeedFile(folder, $0) }
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    folder.isEmpty
      ? LocalizedText(fr: "les dernières fiches du site", en: "the latest sheets of the site")
      : LocalizedText(
        fr: "les dernières fiches du dossier « \(folder) »",
        en: "the latest sheets of the folder “\(folder)”")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    let feed = SiteFeeds(renderer.context).feed(folder: folder)
    return switch format {
    case .atom: AtomFeed(feed, baseURL: renderer.context.baseURL).encoded()
    case .json: JSONFeed(feed, baseURL: renderer.context.baseURL).encoded()
    }
  }
}
