package import Diagnostics
package import Formats
import SiteFiles

/// Why the desk does not do what it is asked.
package enum DeskProblem: Error, Sendable {
  /// The request is not one that its page makes.
  case misshapen
  /// There is no such file, or it is none that the desk may touch.
  case missing
  /// The file has changed since it was opened; what it is now.
  case conflict(JSONValue)
  /// It cannot be done, for a reason that the writer can mend.
  case refused(LocalizedText)
  /// The disk refuses.
  case failed(LocalizedText)

  init(_ failure: ContentFiles.Failure, _ path: ContentPath) {
    switch failure {
    case .missing: self = .missing
    case .taken:
      self = .refused(
        LocalizedText(
          fr: "il y a déjà un fichier « \(path.text) »",
          en: "there is a file “\(path.text)” already"))
    case .notPlain:
      self = .refused(
        LocalizedText(
          fr: "« \(path.text) » passe par un lien du disque : le bureau n’y écrit pas",
          en: "“\(path.text)” goes through a link of the disk: the desk does not write there"))
    case .tooLong:
      self = .refused(
        LocalizedText(
          fr: "« \(path.text) » est trop long", en: "“\(path.text)” is too long"))
    case .system(let code):
      self = .failed(
        EnvironmentFailure.unwritable(DiskFile.Failure(code: code, path: path.text)).message)
    }
  }
}
