import Diagnostics
import ImageProcessing

extension Diagnostic {
  static func undrawnSocialImage(_ problem: PictureProblem, of path: String) -> Diagnostic {
    let isMissing = problem == .missingLibrary
    return Diagnostic(
      .error, id: "image.social", at: SourceLocation(path: path),
      LocalizedText(
        fr: "l’image de partage de la fiche n’a pas pu être dessinée",
        en: "the sheet’s image for sharing could not be drawn"),
      expected: isMissing
        ? LocalizedText(
          fr: "le paquet Debian « libvips42 »", en: "the Debian package “libvips42”")
        : LocalizedText(
          fr: "un SVG bien formé du gabarit « \(SocialImage.templateName) »",
          en: "a well-formed SVG of the template “\(SocialImage.templateName)”"))
  }
}
