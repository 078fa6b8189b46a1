import ContentModel
import Diagnostics
import Glibc

extension SheetSkeleton {
  /// Returns why a sheet cannot be translated, when it cannot.
  ///
  /// - Parameter stem: The original, relative to the source folder, without extension.
  func problem(
    translating stem: String, into language: String, of configuration: SiteConfiguration
  ) -> Diagnostic? {
    guard LanguageTag.isKnown(language) else { return .unknownLanguageToTranslateInto(language) }
    guard language != configuration.language else { return .languageOfTheSite(language) }
    if access(source + "/" + stem + ".md", F_OK) == 0 { return nil }
    let parts = stem.split(separator: "/")
    let folder = parts.dropLast().joined(separator: "/")
    let names = ((try? FolderEntry.list(source + "/" + folder)) ?? []).map(\.name)
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
    return .nothingToTranslate(
      stem + ".md", suggestion: NearMiss.closest(to: String(parts.last ?? ""), among: names))
  }

  /// The start of a translation: what may be translated is named, and left to the original.
  static func translation(type: ContentType, title: String) -> String {
    let texts = type.fields.filter(\.kind.holdsText).map { "# \($0.key):\n" }.joined()
    return """
      ---
      # Tout ce qui manque ici vient de l’original : durées, nombres, termes, liens, étiquettes.
      # Ôtez le « # » de ce que vous traduisez ; une liste garde l’ordre de l’original.
      titre: \(quoted(title))
      resume: ""
      a_relire: oui
      \(texts)---


      """
  }
}

extension FieldKind {
  /// Whether a value holds words that a translation may change.
  fileprivate var holdsText: Bool {
    switch self {
    case .text, .markdown: true
    case .object(let fields): fields.contains(where: \.kind.holdsText)
    default: false
    }
  }
}
