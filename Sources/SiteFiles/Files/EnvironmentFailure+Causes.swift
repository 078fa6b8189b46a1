package import Diagnostics
import Glibc

extension DiskFile.Failure {
  /// Whether the file is not there.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The number of the error for a file outside of where it must lie.
  static let outside = EXDEV

  /// Whether a symbolic link leads to the file from where it must lie.
  package var isOutside: Bool { code == Self.outside }

  /// Whether the file is longer than one of its kind may be.
  package var isTooLong: Bool { code == EFBIG }

  /// Whether the disk refused, as against what the source itself has wrong: a file that is not there,
  /// is none, is too long, lies elsewhere or bears no possible name.
  package var isOfTheEnvironment: Bool {
    !isMissing && !isOutside && ![EISDIR, ENXIO, EFBIG, ELOOP, ENAMETOOLONG].contains(code)
  }

  /// What the system says of the error.
  package var reason: LocalizedText { LocalizedText(systemError: code) }
}

/// What can prevent a build from outside.
extension EnvironmentFailure {
  package static func unreadableFolder(_ failure: DiskFile.Failure) -> EnvironmentFailure {
    switch failure.code {
    case ENOENT:
      EnvironmentFailure(
        fr: "le dossier « \(failure.path) » n’existe pas",
        en: "the folder “\(failure.path)” does not exist")
    default:
      EnvironmentFailure(
        fr: "le dossier « \(failure.path) » ne peut pas être lu : \(failure.reason.french)",
        en: "the folder “\(failure.path)” cannot be read: \(failure.reason.english)")
    }
  }

  package static func missingProgram(_ name: String) -> EnvironmentFailure {
    EnvironmentFailure(
      fr: "le programme « \(name) » n’est pas installé : apt install \(name)",
      en: "the program “\(name)” is not installed: apt install \(name)")
  }

  package static func unreadableFile(_ failure: DiskFile.Failure) -> EnvironmentFailure {
    EnvironmentFailure(
      fr: "impossible de lire « \(failure.path) » : \(failure.reason.french)",
      en: "cannot read “\(failure.path)”: \(failure.reason.english)")
  }

  package static func changedPicture(_ path: String) -> EnvironmentFailure {
    EnvironmentFailure(
      fr: "« \(path) » a changé ou disparu pendant la construction ; recommencez",
      en: "“\(path)” has changed or gone during the build; start again")
  }

  package static func unwritable(_ failure: DiskFile.Failure) -> EnvironmentFailure {
    switch failure.code {
    case ENOSPC, EDQUOT:
      EnvironmentFailure(
        fr: "le disque est plein (« \(failure.path) »)",
        en: "the disk is full (“\(failure.path)”)")
    default:
      EnvironmentFailure(
        fr: "impossible d’écrire « \(failure.path) » : \(failure.reason.french)",
        en: "cannot write “\(failure.path)”: \(failure.reason.english)")
    }
  }

  /// What cannot be written of a new version of the site.
  package static func unpublished(_ failure: DiskFile.Failure) -> EnvironmentFailure {
    let message = unwritable(failure).message
    return EnvironmentFailure(
      fr: message.french + " ; le site publié n’a pas changé",
      en: message.english + "; the published site has not changed")
  }

  package static func foreignFiles(_ paths: [String], in output: String) -> EnvironmentFailure {
    let shown = paths.prefix(5).joined(separator: ", ") + (paths.count > 5 ? "…" : "")
    return EnvironmentFailure(
      fr: "le dossier « \(output) » contient des fichiers qui ne viennent pas d’Archipel "
        + "(\(shown)) ; choisissez un autre dossier ou déplacez-les",
      en: "the folder “\(output)” holds files that are not Archipel’s (\(shown)); "
        + "choose another folder or move them")
  }

  package static func outputInSource(_ output: String, folder: String) -> EnvironmentFailure {
    EnvironmentFailure(
      fr: "le dossier de sortie « \(output) » est dans « \(folder) », qui appartient à la source ; "
        + "choisissez-en un autre, comme « output »",
      en: "the output folder “\(output)” is in “\(folder)”, which belongs to the source; "
        + "choose another, as “output”")
  }

  package static func outputLeavesSource(_ output: String, to place: String) -> EnvironmentFailure {
    EnvironmentFailure(
      fr: "« \(output) » est un lien vers « \(place) » : pour publier là, nommez ce dossier avec "
        + "« --output »",
      en: "“\(output)” is a link to “\(place)”: to publish there, name that folder with “--output”")
  }

  package static func insideSite(_ site: String) -> EnvironmentFailure {
    EnvironmentFailure(
      fr: "ce dossier est dans le contenu du site « \(site) » ; lancez la commande là-bas, "
        + "ou donnez ce site avec « --source »",
      en: "this folder is in the content of the site “\(site)”; run the command there, "
        + "or give that site with “--source”")
  }

  package static func noSheets(_ folder: String) -> EnvironmentFailure {
    EnvironmentFailure(
      fr: "aucune fiche dans « \(folder) » : ni « archipel.yaml », ni fichier « .md » ; "
        + "lancez la commande dans le dossier d’un site, ou créez-en un avec « archipel init »",
      en: "no sheet in “\(folder)”: neither “archipel.yaml” nor a file “.md”; "
        + "run the command in the folder of a site, or make one with “archipel init”")
  }

  /// - Parameter places: Where the sheets are that are not read.
  package static func noSheetsRead(
    _ folder: String, places: [LocalizedText]
  ) -> EnvironmentFailure {
    let french = places.map(\.french).joined(separator: " ; ")
    let english = places.map(\.english).joined(separator: "; ")
    return EnvironmentFailure(
      fr: "rien à publier dans « \(folder) » : \(french) ; pour publier ces fiches, renommez leur "
        + "dossier, sans « _ » ni « . » au début",
      en: "nothing to publish in “\(folder)”: \(english); to publish these sheets, rename their "
        + "folder, without “_” or “.” at its start")
  }

  package static func publishedFolder(_ folder: String) -> EnvironmentFailure {
    EnvironmentFailure(
      fr: "le dossier « \(folder) » est un site qu’Archipel a publié, et non sa source ; "
        + "lancez la commande dans le dossier des fiches",
      en: "the folder “\(folder)” is a site that Archipel has published, not its source; "
        + "run the command in the folder of the sheets")
  }

  package static func outputHoldsSource(_ output: String) -> EnvironmentFailure {
    EnvironmentFailure(
      fr: "le dossier de sortie « \(output) » contient la source du site ; choisissez-en un autre",
      en: "the output folder “\(output)” holds the source of the site; choose another")
  }
}
