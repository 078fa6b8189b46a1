import ContentModel
package import Diagnostics
import ImageProcessing
import SiteFiles
package import SiteGraph
package import SiteLoading

/// A file beside the sheets, published as it is.
///
/// Of a picture only its derived files are shown, unless somebody links to it, or raw HTML may show it.
package struct AttachmentFile: Output {
  package let path: String
  package let origin: String
  /// The file in the source.
  package let file: SourceFolder.File

  package var rank: AddressRank { .attachment }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    let showsAll = site.declared.configuration.allowsHTML
    return site.attachmentList.filter { file in
      switch ImageFormat(fileName: file.contentPath) {
      case nil: true
      // A drawing is published cleaned, as a picture.
      case .svg: false
      default: showsAll || site.pictures.isLinked(file)
      }
    }.map { AttachmentFile(path: $0.contentPath, origin: $0.path, file: $0) }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(fr: "\(origin), tel quel", en: "\(origin), as it is")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) throws -> [UInt8] {
    renderer.noteFiles()
    do {
      return try file.read()
    } catch {
      if error.isOfTheEnvironment { throw EnvironmentFailure.unreadableFile(error) }
      diagnostics.append(.unreadable(error, at: SourceLocation(path: file.path)))
      return []
    }
  }
}
