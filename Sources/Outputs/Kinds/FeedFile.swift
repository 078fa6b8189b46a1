import ContentModel
package import Diagnostics
import Formats
package import SiteGraph
import SiteLoading

/// The feed of a site or of a folder at its top, in Atom or as JSON; that of a tag or of another word, in Atom.
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

  /// Which sheets the feed holds.
  private enum Subject {
    /// Those below a folder, `methodes/`; empty for the whole site.
    case folder(String)
    /// Those that bear a word, by its number and the place of its taxonomy.
    case term(Int, taxonomy: Int)
  }

  package let path: String
  package let origin: String
  private let subject: Subject
  private let format: Format

  private init(_ subject: Subject, in folder: String, _ format: Format) {
    path = folder + format.fileName
    origin = format.fileName
    self.subject = subject
    self.format = format
  }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    let folders = ([""] + site.sections.topFolders).flatMap { folder in
      Format.allCases.map { FeedFile(.folder(folder), in: folder, $0) }
    }
    let language = site.declared.configuration.language
    return folders
      + site.taxonomies.indices.filter {
        site.declared.configuration.feeds.contains($0 == 0 ? .tags : .terms)
      }.flatMap { taxonomy in
        site.terms(of: taxonomy).map { term in
          let folder = site.folder(ofTerm: term, in: taxonomy, language: language)
          return FeedFile(.term(term, taxonomy: taxonomy), in: folder, .atom)
        }
      }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    switch subject {
    case .folder(""):
      LocalizedText(fr: "les dernières fiches du site", en: "the latest sheets of the site")
    case .folder(let folder):
      LocalizedText(
        fr: "les dernières fiches du dossier « \(folder) »",
        en: "the latest sheets of the folder “\(folder)”")
    case .term(let number, _):
      LocalizedText(
        fr: "les dernières fiches de « \(site.terms[number].label) »",
        en: "the latest sheets of “\(site.terms[number].label)”")
    }
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    let feeds = SiteFeeds(renderer.context)
    let feed =
      switch subject {
      case .folder(let folder): feeds.feed(ofFolder: folder)
      case .term(let number, let taxonomy): feeds.feed(ofTerm: number, in: taxonomy)
      }
    return switch format {
    case .atom: AtomFeed(feed, baseURL: renderer.context.baseURL).encoded()
    case .json: JSONFeed(feed, baseURL: renderer.context.baseURL).encoded()
    }
  }
}
