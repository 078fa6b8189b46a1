import ContentModel
package import Diagnostics
import ImageProcessing
package import SiteGraph
import SiteLoading

/// A file that stands in pages for a picture of the content, or a drawing that they link to.
package struct DerivedPicture: Output {
  package let path: String
  package let origin: String
  private let picture: PictureFile

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    linkedDrawings(in: site)
      + site.pictures.files.map {
        DerivedPicture(path: $0.path, origin: $0.source.path, picture: $0)
      }
  }

  /// The drawings that somebody links to, or that raw HTML may show, at their own addresses.
  private static func linkedDrawings(in site: SiteView) -> [DerivedPicture] {
    let showsAll = site.declared.configuration.allowsHTML
    return site.attachmentList.flatMap { file -> [DerivedPicture] in
      guard ImageFormat(fileName: file.contentPath) == .svg,
        showsAll || site.pictures.isLinked(file),
        case .success(let picture) = site.pictures.picture(file)
      else { return [] }
      return picture.files.map {
        DerivedPicture(path: file.contentPath, origin: file.path, picture: $0)
      }
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "\(origin), à la largeur des pages et sans ses métadonnées",
      en: "\(origin), as wide as pages need and without its metadata")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) throws -> [UInt8] {
    renderer.noteFiles()
    return try renderer.commons.pictures.bytes(of: picture)
  }
}
