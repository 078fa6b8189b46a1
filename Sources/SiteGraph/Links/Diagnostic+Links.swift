import ContentModel
import Diagnostics

/// What can be wrong with a link in a text: a warning, as the page stays whole without it.
extension Diagnostic {
  static func danglingLink(
    _ destination: String, suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.dangling", at: location,
      LocalizedText(
        fr: "lien mort vers « \(destination) »", en: "dangling link to “\(destination)”"),
      expected: LocalizedText(
        fr: "le chemin d’un fichier depuis cette fiche, comme « ../methodes/world-cafe.md », "
          + "ou [[le titre d’une fiche]]",
        en: "the path of a file from this sheet, as “../methodes/world-cafe.md”, "
          + "or [[the title of a sheet]]"),
      suggestion: suggestion.map(Self.didYouMean))
  }

  static func linkElsewhere(
    _ destination: String, file: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "link.elsewhere", at: location,
      LocalizedText(
        fr: "rien n’est à « \(destination) » : le lien mène à « \(file) », seul de ce nom",
        en: "nothing is at “\(destination)”: the link leads to “\(file)”, the only one of that name"
      ),
      expected: LocalizedText(
        fr: "le chemin d’un fichier depuis cette fiche", en: "the path of a file from this sheet"),
      suggestion: LocalizedText(fr: "écrivez « \(file) »", en: "write “\(file)”"))
  }

  static func danglingImage(
    _ destination: String, suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.image", at: location,
      LocalizedText(
        fr: "image introuvable « \(destination) »", en: "image not found “\(destination)”"),
      expected: LocalizedText(
        fr: "un fichier à côté de la fiche, ou « /… » depuis le dossier du contenu",
        en: "a file beside the sheet, or “/…” from the content folder"),
      suggestion: suggestion.map(Self.didYouMean))
  }

  static func linkLeavesSite(_ destination: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.outside", at: location,
      LocalizedText(
        fr: "le lien « \(destination) » sort du site",
        en: "the link “\(destination)” leaves the site"),
      expected: LocalizedText(
        fr: "un fichier du dossier du contenu, ou une adresse en « https: »",
        en: "a file of the content folder, or an address in “https:”"))
  }

  static func pathOnComputer(
    _ destination: String, file: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.computer", at: location,
      LocalizedText(
        fr: "« \(destination) » est un chemin de votre ordinateur, que personne d’autre n’a",
        en: "“\(destination)” is a path of your computer, which nobody else has"),
      expected: LocalizedText(
        fr: "une copie du fichier à côté de la fiche, et son nom : « \(file) »",
        en: "a copy of the file beside the sheet, and its name: “\(file)”"))
  }

  static func unsafeLink(_ destination: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.unsafe", at: location,
      LocalizedText(
        fr: "lien refusé « \(destination) »", en: "link refused “\(destination)”"),
      expected: LocalizedText(
        fr: "une adresse en « https: », « mailto: » ou un chemin",
        en: "an address in “https:”, “mailto:” or a path"))
  }

  static func remoteImage(_ destination: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.remote-image", at: location,
      LocalizedText(
        fr: "fichier d’un autre site « \(destination) », montré comme un lien",
        en: "file of another site “\(destination)”, shown as a link"),
      expected: LocalizedText(
        fr:
          "une copie du fichier à côté de la fiche, ou « remote_images: allow » dans archipel.yaml",
        en: "a copy of the file beside the sheet, or “remote_images: allow” in archipel.yaml"))
  }

  /// A picture that a field names by its address on another site.
  static func remoteFieldImage(_ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.remote-image", at: location,
      LocalizedText(
        fr: "image d’un autre site « \(address) », qui n’est pas montrée",
        en: "image of another site “\(address)”, which is not shown"),
      expected: LocalizedText(
        fr: "une copie de l’image à côté de la fiche", en: "a copy of the image beside the sheet"))
  }

  static func ambiguousLink(
    _ destination: String, _ files: [String], at location: SourceLocation
  ) -> Diagnostic {
    let links = files.prefix(4).map { "[\(destination)](\($0))" }
    return Diagnostic(
      .warning, id: "link.ambiguous", at: location,
      LocalizedText(
        fr: "plusieurs fichiers s’appellent « \(destination) » : le lien mène au plus proche, "
          + "« \(files.first ?? "") »",
        en: "several files are called “\(destination)”: the link leads to the nearest, "
          + "“\(files.first ?? "")”"),
      expected: LocalizedText(
        fr: "un lien vers le fichier de l’une d’elles : \(links.joined(separator: " ou "))",
        en: "a link to the file of one of them: \(links.joined(separator: " or "))"))
  }

  static func unpublishedLink(
    _ destination: String, _ reason: SheetDirectory.Unpublished, at location: SourceLocation
  ) -> Diagnostic {
    let reason =
      switch reason {
      case .draft: LocalizedText(fr: "un brouillon", en: "a draft")
      case .future: LocalizedText(fr: "une fiche datée du futur", en: "a sheet dated in the future")
      case .expired: LocalizedText(fr: "une fiche périmée", en: "an expired sheet")
      case .unreadable: LocalizedText(fr: "une fiche illisible", en: "an unreadable sheet")
      }
    return Diagnostic(
      .warning, id: "link.unpublished", at: location,
      LocalizedText(
        fr: "le lien « \(destination) » mène à \(reason.french), qui n’est pas publié",
        en: "the link “\(destination)” leads to \(reason.english), which is not published"),
      expected: LocalizedText(
        fr: "une fiche publiée en même temps que celle-ci ; sinon, pas de lien",
        en: "a sheet that is published when this one is; no link otherwise"))
  }

  /// A link to a file that is there and is left out of the site.
  static func unreadLink(
    _ destination: String, file: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.left-out", at: location,
      LocalizedText(
        fr: "le lien « \(destination) » mène à « \(file) », qui est laissé de côté",
        en: "the link “\(destination)” leads to “\(file)”, which is left out"),
      expected: LocalizedText(
        fr: "un fichier publié : ni une page en « _ » ou en « . », ni un programme, ni un gabarit, "
          + "ni un dessin",
        en: "a file that is published: no page in “_” or “.”, no program, template or drawing"),
      suggestion: LocalizedText(
        fr: "« archipel check » dit pourquoi", en: "“archipel check” says why"))
  }

  static func moreLinks(_ count: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.more", at: location,
      LocalizedText(
        fr: "encore \(count) liens de cette fiche à revoir, non listés",
        en: "\(count) more links of this sheet to look at, not listed"),
      expected: LocalizedText(
        fr: "les liens ci-dessus corrigés d’abord", en: "the links above mended first"))
  }

  private static func didYouMean(_ name: String) -> LocalizedText {
    LocalizedText(fr: "vouliez-vous dire « \(name) » ?", en: "did you mean “\(name)”?")
  }
}
