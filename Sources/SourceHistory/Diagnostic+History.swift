import Diagnostics

extension Diagnostic {
  /// The dates and contributors that the configuration asks for cannot be read.
  static func noHistory(_ failure: GitFailure) -> Diagnostic {
    Diagnostic(
      .remark, id: "history.\(failure.cause)", at: SourceLocation(path: "archipel.yaml"),
      failure.message, suggestion: failure.suggestion)
  }
}

extension GitFailure {
  fileprivate var cause: String {
    switch self {
    case .noProgram: "program"
    case .noRepository: "repository"
    case .shallow: "shallow"
    case .tooSlow: "slow"
    case .refused: "refused"
    }
  }

  fileprivate var message: LocalizedText {
    switch self {
    case .noProgram:
      LocalizedText(
        fr: "« history: git », mais le programme git n’est pas sur cette machine : les fiches "
          + "n’ont que les dates écrites",
        en: "“history: git”, but the git program is not on this machine: sheets have written "
          + "dates only")
    case .noRepository:
      LocalizedText(
        fr: "« history: git », mais ce dossier n’est dans aucun dépôt git qui ait un commit : "
          + "les fiches n’ont que les dates écrites",
        en: "“history: git”, but this folder is in no git repository that has a commit: sheets "
          + "have written dates only")
    case .shallow:
      LocalizedText(
        fr: "seuls les derniers commits sont là (clone superficiel) : leurs dates seraient "
          + "fausses, les fiches n’ont que les dates écrites",
        en: "only the last commits are there (shallow clone): their dates would be wrong, sheets "
          + "have written dates only")
    case .tooSlow(let seconds):
      LocalizedText(
        fr: "git n’a pas dit l’historique en \(seconds) secondes : les fiches n’ont que les dates "
          + "écrites",
        en: "git has not told the history in \(seconds) seconds: sheets have written dates only")
    case .refused(let reason):
      LocalizedText(
        fr: "git refuse de lire l’historique, les fiches n’ont que les dates écrites : \(reason)",
        en: "git refuses to read the history, sheets have written dates only: \(reason)")
    }
  }

  fileprivate var suggestion: LocalizedText? {
    switch self {
    case .noProgram, .noRepository:
      LocalizedText(fr: "retirez « history: git »", en: "remove “history: git”")
    case .shallow:
      LocalizedText(
        fr: "« git fetch --unshallow », ou « fetch-depth: 0 » dans l’intégration continue",
        en: "“git fetch --unshallow”, or “fetch-depth: 0” in continuous integration")
    case .refused(let reason) where reason.contains("ownership"):
      LocalizedText(
        fr: "« git config --global --add safe.directory DOSSIER », si ce dépôt est le vôtre",
        en: "“git config --global --add safe.directory FOLDER”, if this repository is yours")
    case .tooSlow, .refused: nil
    }
  }
}
