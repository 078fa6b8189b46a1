public import Diagnostics

/// Why a change is not kept, or not sent.
public enum HistoryRefusal: Error, Hashable, Sendable {
  /// No branch is current: an older commit was checked out.
  case noCurrentBranch
  /// The folder names a repository elsewhere that does not know of it.
  case elsewhere(String)
  /// The repository comes from nowhere.
  case noRemote
  /// There is no such branch.
  case noBranch(String)

  /// The refusal for people.
  public var message: LocalizedText {
    switch self {
    case .noCurrentBranch:
      LocalizedText(
        fr: "le dépôt n’est sur aucune branche : revenez-y avec « git switch »",
        en: "the repository is on no branch: go back to one with “git switch”")
    case .elsewhere(let place):
      LocalizedText(
        fr:
          "le fichier « .git » mène à « \(place) », qui ne connaît pas ce dossier : rien n’y est gardé",
        en:
          "the file “.git” leads to “\(place)”, which does not know this folder: nothing is kept there"
      )
    case .noRemote:
      LocalizedText(
        fr: "ce dépôt ne vient de nulle part : « git remote add origin ADRESSE »",
        en: "this repository comes from nowhere: “git remote add origin ADDRESS”")
    case .noBranch(let name):
      LocalizedText(
        fr: "il n’y a pas encore de branche « \(name) »", en: "there is no branch “\(name)” yet")
    }
  }

  /// Says why git does not do what it is asked, whatever was thrown.
  public static func message(of error: any Error) -> LocalizedText {
    switch error {
    case let refusal as HistoryRefusal: refusal.message
    case GitFailure.noProgram:
      LocalizedText(
        fr: "le programme git n’est pas sur cette machine",
        en: "the git program is not on this machine")
    case GitFailure.noRepository:
      LocalizedText(
        fr: "ce dossier n’est dans aucun dépôt git", en: "this folder is in no git repository")
    case GitFailure.refused(let reason): LocalizedText(verbatim: "git : \(reason)")
    default: LocalizedText(verbatim: "git : \(error)")
    }
  }
}
