import ContentModel
import FoundationEssentials
import Formats
import SiteGraph
import SiteLoading
package import Theming

/// The cover of a book of the site, for a template of the theme that draws.
package enum BookCover {
  /// The template that draws it, in SVG.
  package static let templateName = "couverture"
}

extension PageContext {
  /// Returns what the template of the cover of a book reads.
  package mutating func bookCover(titled title: String) -> TemplateObject {
    let format = format(commons.declared.configuration.language)
    let lines = SocialImage(title: title)
    return TemplateObject(
      [
        ("title", .text(title)),
        ("site", .text(format.typeset(commons.declared.configuration.title))),
        ("tagline", .optional(commons.declared.configuration.tagline.map(format.typeset))),
        ("date", .text(format.date(today))), ("logo", .optional(logoData)),
      ] + lines.values)
  }

  /// The picture beside the name of the site, within an address: a drawing that is a picture of its own
  /// loads no file.
  private var logoData: String? {
    guard let logo = commons.logo, case .success(let picture) = commons.pictures.picture(logo),
      let file = picture.plainFile, let bytes = try? commons.pictures.bytes(of: file)
    else { return nil }
    let type = file.path.hasSuffix(".svg") ? "image/svg+xml" : "image/webp"
    return "data:\(type);base64," + Data(bytes).base64EncodedString()
  }

  /// Returns the line that credits a sheet: title, author, source and licence.
  package func creditsLine(of index: Int) -> String {
    var copy = self
    return creditsLine(of: index, copy.format(commons.language(of: index))) ?? ""
  }
}
