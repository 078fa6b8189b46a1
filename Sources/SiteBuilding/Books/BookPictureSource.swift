import Books
import Diagnostics
import Formats
import ImageProcessing
import Outputs

/// Gives the pictures of a site to its books: what pages show in WebP, which few of the devices know that
/// read books, as JPEG or PNG.
struct BookPictureSource: Sendable {
  private let plan: SitePlan
  private let context: PageContext
  private let templates: Templates

  init(_ site: PreparedSite, _ context: PageContext) {
    plan = site.plan
    self.context = context
    templates = site.templates
  }

  /// Returns the picture at a path of the site; nil for a path without a picture that a book can show.
  func picture(at path: String) throws -> BookPictures.Picture? {
    guard let output = plan.file(at: path), let format = ImageFormat(fileName: path) else {
      return nil
    }
    var renderer = FileRenderer(context, templates: templates)
    var unused: [Diagnostic] = []
    let bytes = try renderer.bytes(of: output, reporting: &unused)
    switch format {
    case .svg: return BookPictures.Picture(ending: "svg", bytes: bytes)
    case .png: return BookPictures.Picture(ending: "png", bytes: bytes)
    case .gif: return BookPictures.Picture(ending: "gif", bytes: bytes)
    case .jpeg: return BookPictures.Picture(ending: "jpg", bytes: bytes)
    case .webP:
      guard let fallback = try? FallbackPicture(of: bytes, original: output.origin) else {
        return nil
      }
      return BookPictures.Picture(
        ending: fallback.format == .png ? "png" : "jpg", bytes: fallback.bytes)
    case .heif: return nil
    }
  }
}
