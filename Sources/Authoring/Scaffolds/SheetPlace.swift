import ContentModel
import Diagnostics
import SiteLoading

/// Where the sheet of an id lies in a source folder, or would.
struct SheetPlace {
  private let id: String
  private let contentFolder: String
  private let siteLanguage: String
  private let names: [SheetName]
  /// The files that have the id: `cafe.md`, `cafe/index.md`, `cafe.fr.md`, `cafe.br.md` are of one.
  private let versions: [(name: SheetName, path: String)]

  init(ofID id: String, _ declared: ContentDeclarations) {
    self.id = id
    contentFolder = declared.contentFolder
    siteLanguage = declared.configuration.language
    // With the file to come: `cafe.fr.md` is of the same sheet once there is a `cafe.md`.
    let paths = declared.sheets.map(\.contentPath) + [id + ".md"]
    names = Array(
      SheetName.all(in: paths, languages: declared.configuration.languages).dropLast())
    versions = zip(names, declared.sheets).filter { $0.0.id == id }.map { ($0, $1.path) }
  }

  /// Returns the file of the sheet in a language, that of the site unless one is given; nil when
  /// it is not there.
  package func file(in language: String?) -> String? {
    let language = language ?? siteLanguage
    return versions.first { ($0.name.language ?? siteLanguage) == language }?.path
  }

  /// The file to write the sheet to.
  var newFile: String { (contentFolder.isEmpty ? id : contentFolder + "/" + id) + ".md" }

  /// Returns the file to write a translation to; nil when there is no original.
  func newFile(in language: String) -> String? {
    guard let original = file(in: nil) else { return nil }
    let ofFolder = original.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    // Neither the extension nor a language is a part of the name.
    let name = original.dropFirst(ofFolder.count).prefix { $0 != "." }
    return "\(ofFolder)\(name).\(language).md"
  }

  /// Returns why the sheet cannot be translated, when it cannot.
  package func problem(translatingInto language: String) -> Diagnostic? {
    guard LanguageTag.isKnown(language) else { return .unknownLanguageToTranslateInto(language) }
    guard language != siteLanguage else { return .languageOfTheSite(language) }
    if file(in: nil) != nil { return nil }
    let parts = id.split(separator: "/")
    let start = parts.dropLast().map { $0 + "/" }.joined()
    let closest = NearMiss.closest(
      to: String(parts.last ?? ""),
      among: names.filter { $0.id.hasPrefix(start) }.map { String($0.id.dropFirst(start.count)) })
    return .nothingToTranslate(newFile, suggestion: closest)
  }
}
