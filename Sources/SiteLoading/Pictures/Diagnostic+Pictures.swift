package import Diagnostics
package import ImageProcessing

/// What can be wrong with a picture: a warning, as the page says in its place what it shows.
extension Diagnostic {
  package static func unusablePicture(
    _ written: String, _ problem: PictureProblem, at location: SourceLocation
  ) -> Diagnostic {
    switch problem {
    case .empty:
      picture(
        "image.empty", written, fr: "est vide", en: "is empty", expected: whole, at: location)
    case .unknownFormat:
      picture(
        "image.format", written, fr: "n’est pas une image lisible", en: "is no image that is read",
        expected: LocalizedText(verbatim: "JPEG, PNG, GIF, WebP, HEIC, AVIF, SVG"), at: location)
    case .damaged:
      picture(
        "image.damaged", written, fr: "est abîmée", en: "is damaged", expected: whole, at: location)
    case .tooManyPixels(let width, let height):
      picture(
        "image.size", written, fr: "est trop grande : \(width) × \(height) pixels",
        en: "is too large: \(width) × \(height) pixels",
        expected: LocalizedText(
          fr: "au plus \(PictureRecipe.maxPixels / 1_000_000) millions de pixels",
          en: "\(PictureRecipe.maxPixels / 1_000_000) million pixels at most"), at: location)
    case .tooManyBytes(let limit):
      picture(
        "image.size", written, fr: "est trop lourde", en: "is too heavy",
        expected: LocalizedText(
          fr: "au plus \(limit >> 20) Mio", en: "\(limit >> 20) MiB at most"), at: location)
    case .entities:
      picture(
        "image.entities", written, fr: "déclare des entités, qui peuvent grossir sans fin",
        en: "declares entities, which can grow without end",
        expected: LocalizedText(
          fr: "un SVG enregistré comme « SVG simple »", en: "an SVG saved as “plain SVG”"),
        at: location)
    case .encoding(let name):
      picture(
        "image.encoding", written, fr: "est en « \(name) »", en: "is in “\(name)”",
        expected: LocalizedText(verbatim: "UTF-8, UTF-16, ISO-8859-1, US-ASCII"), at: location)
    case .notXML(let line):
      picture(
        "image.damaged", written, fr: "n’est pas un SVG bien formé (ligne \(line))",
        en: "is no well-formed SVG (line \(line))", expected: whole, at: location)
    case .missingLibrary:
      picture(
        "image.library", written, fr: "ne peut pas être lue : il manque libvips",
        en: "cannot be read: libvips is missing",
        expected: LocalizedText(
          fr: "le paquet Debian « libvips42 »", en: "the Debian package “libvips42”"),
        at: location)
    }
  }

  private static let whole = LocalizedText(
    fr: "une image qui s’ouvre en entier : exportez-la ou copiez-la à nouveau",
    en: "an image that opens as a whole: export or copy it again")

  private static func picture(
    _ id: String, _ written: String, fr french: String, en english: String,
    expected: LocalizedText? = nil, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: id, at: location,
      LocalizedText(
        fr: "l’image « \(written) » \(french)", en: "the image “\(written)” \(english)"),
      expected: expected)
  }

  package static func publishedPlace(_ written: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "image.gps", at: location,
      LocalizedText(
        fr: "la photo « \(written) » dit où elle a été prise, et ce lien la publie telle quelle",
        en: "the photo “\(written)” says where it was taken, and this link publishes it as it is"),
      expected: LocalizedText(
        fr: "une photo sans lieu", en: "a photo without a place"),
      suggestion: LocalizedText(
        fr: "exportez-la sans métadonnées, ou montrez-la par « ![ce qu’elle montre](\(written)) »",
        en: "export it without metadata, or show it by “![what it shows](\(written))”"))
  }

  package static func cleanedDrawing(
    _ written: String, _ removals: [CleanedSVG.Removal], at location: SourceLocation
  ) -> Diagnostic {
    let french = removals.map(\.name.french).joined(separator: ", ")
    let english = removals.map(\.name.english).joined(separator: ", ")
    return Diagnostic(
      .warning, id: "image.cleaned", at: location,
      LocalizedText(
        fr: "retiré de l’image « \(written) » : \(french)",
        en: "left out of the image “\(written)”: \(english)"),
      expected: LocalizedText(
        fr: "un dessin qui n’agit pas et ne demande rien à d’autres fichiers",
        en: "a drawing that does nothing and asks nothing of other files"))
  }
}

extension CleanedSVG.Removal {
  /// What writers are told was left out.
  fileprivate var name: LocalizedText {
    switch self {
    case .script: LocalizedText(fr: "un programme", en: "a script")
    case .eventAttribute:
      LocalizedText(fr: "une réaction à un évènement", en: "a reaction to an event")
    case .foreignContent:
      LocalizedText(fr: "un autre document", en: "another document")
    case .outsideReference:
      LocalizedText(fr: "une référence à un autre fichier", en: "a reference to another file")
    case .animation: LocalizedText(fr: "une animation", en: "an animation")
    }
  }
}
