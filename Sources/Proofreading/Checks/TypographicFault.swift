import Diagnostics

/// What can be wrong with the typography of a French text.
enum TypographicFault: String, CaseIterable {
  case quotes, doubleSpace, spaceBeforeMark, crowdedMark, dash, dots, etCetera
  case ligature, capital, ordinal

  /// The last part of the id of its diagnostic.
  package var cause: String {
    switch self {
    case .doubleSpace: "double-space"
    case .spaceBeforeMark: "space-before-mark"
    case .crowdedMark: "crowded-mark"
    case .etCetera: "et-cetera"
    default: rawValue
    }
  }

  /// What is said of it.
  package var message: LocalizedText {
    switch self {
    case .quotes: LocalizedText(fr: "guillemets droits", en: "straight quotes")
    case .doubleSpace: LocalizedText(fr: "plusieurs espaces à la suite", en: "several spaces")
    case .spaceBeforeMark:
      LocalizedText(fr: "espace avant un point ou une virgule", en: "space before a mark")
    case .crowdedMark:
      LocalizedText(fr: "pas d’espace après une ponctuation", en: "no space after a mark")
    case .dash: LocalizedText(fr: "trait d’union pour un tiret", en: "hyphen for a dash")
    case .dots: LocalizedText(fr: "points de suite douteux", en: "doubtful dots")
    case .etCetera:
      LocalizedText(fr: "« etc. » suivi d’autres points", en: "“etc.” with more dots")
    case .ligature: LocalizedText(fr: "« oe » sans ligature", en: "“oe” without its ligature")
    case .capital: LocalizedText(fr: "majuscule sans accent", en: "capital without its accent")
    case .ordinal: LocalizedText(fr: "ordinal mal abrégé", en: "ordinal badly shortened")
    }
  }
}

extension TypographicFault {
  /// What is expected, where a space is what is wrong in words: it does not show.
  fileprivate func expected(_ instead: String) -> LocalizedText {
    let mark = String(instead.trimmingPrefix(" ").prefix(1))
    return switch self {
    case .quotes: LocalizedText(verbatim: instead)
    case .doubleSpace: LocalizedText(fr: "une seule espace", en: "a single space")
    case .spaceBeforeMark:
      LocalizedText(
        fr: "« \(mark) » juste après le mot : ôtez l’espace",
        en: "“\(mark)” right after the word: remove the space")
    case .crowdedMark:
      LocalizedText(fr: "une espace après « \(mark) »", en: "a space after “\(mark)”")
    case .dash:
      LocalizedText(
        fr: "un tiret, « \(mark) », entre deux espaces", en: "a dash, “\(mark)”, between two spaces"
      )
    default: LocalizedText(fr: "« \(instead) »", en: "“\(instead)”")
    }
  }
}

extension Diagnostic {
  static func typography(
    _ fault: TypographicFault, _ text: ArraySlice<UInt8>, instead: String,
    at location: SourceLocation
  ) -> Diagnostic {
    let written = String(decoding: text.prefix(60), as: UTF8.self)
    let bare = written.split(separator: " ").joined(separator: " ")
    let shown = bare.isEmpty ? "" : " « \(bare) »"
    return Diagnostic(
      .remark, id: "typography." + fault.cause, at: location,
      LocalizedText(
        fr: fault.message.french + shown, en: fault.message.english + shown),
      expected: fault.expected(instead))
  }
}
