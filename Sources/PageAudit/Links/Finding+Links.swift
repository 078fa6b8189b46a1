import Diagnostics

/// What can be wrong with where a page leads, which only those who know all pages can tell.
extension Finding {
  /// An address that leads to no file of the site.
  public static func deadLink(_ reference: PageReference) -> Finding {
    Finding(
      .error, "dead-link", at: reference.offset,
      LocalizedText(
        fr: "« \(reference.address) » ne mène à aucun fichier du site",
        en: "“\(reference.address)” leads to no file of the site"),
      expected: LocalizedText(
        fr: "une page ou un fichier que le site publie",
        en: "a page or a file that the site publishes"),
      words: reference.address)
  }

  /// An address that leads out of the folder of the site.
  public static func leavesSite(_ reference: PageReference) -> Finding {
    Finding(
      .error, "dead-link", at: reference.offset,
      LocalizedText(
        fr: "« \(reference.address) » sort du dossier du site",
        en: "“\(reference.address)” leads out of the site’s folder"),
      expected: LocalizedText(
        fr: "un chemin dans le site, ou une adresse en « https: »",
        en: "a path in the site, or an address in “https:”"),
      words: reference.address)
  }

  /// An address whose page exists, but not the place in it.
  public static func deadAnchor(_ reference: PageReference) -> Finding {
    Finding(
      .error, "dead-anchor", at: reference.offset,
      LocalizedText(
        fr: "l’ancre de « \(reference.address) » n’existe pas dans la page où elle mène",
        en: "the anchor of “\(reference.address)” is not on the page that it leads to"),
      expected: LocalizedText(
        fr: "après « # », un « id » de cette page",
        en: "after “#”, an “id” of that page"),
      words: reference.address)
  }

  /// Something that a page loads from another origin.
  public static func outsideRequest(_ reference: PageReference) -> Finding {
    Finding(
      .error, "outside-request", at: reference.offset,
      LocalizedText(
        fr: "« \(reference.address) » est chargé depuis un autre site",
        en: "“\(reference.address)” is loaded from another site"),
      expected: LocalizedText(
        fr: "un fichier du site : aucune page ne dit à d’autres qui la lit",
        en: "a file of the site: no page tells others who reads it"),
      words: reference.address)
  }

  /// The id of ``sharedTitle(_:_:at:)``.
  public static let sharedTitleID = "output.shared-title"

  /// A title that several pages have.
  public static func sharedTitle(_ title: String, _ other: String, at offset: Int) -> Finding {
    Finding(
      .warning, "shared-title", at: offset,
      LocalizedText(
        fr: "titre « \(title) », que porte déjà la page « \(other) »",
        en: "title “\(title)”, which the page “\(other)” bears already"),
      expected: LocalizedText(
        fr: "un titre propre à chaque page", en: "a title of its own for each page"))
  }
}
