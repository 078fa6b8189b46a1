/// The languages that the analysis knows apart.
enum AnalysisLanguage: UInt8, CaseIterable {
  case french = 0
  case english = 1
  case breton = 2
  case other = 3

  /// Returns the primary subtag of a BCP 47 tag: `fr`.
  static func primarySubtag(of tag: String) -> String {
    tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }

  /// Reads the primary subtag of a BCP 47 tag.
  init(tag: String) {
    self =
      switch Self.primarySubtag(of: tag) {
      case "fr": .french
      case "en": .english
      case "br": .breton
      default: .other
      }
  }

  /// The tag under which the root of the index lists the language's stop words.
  var tag: String {
    switch self {
    case .french: "fr"
    case .english: "en"
    case .breton: "br"
    case .other: ""
    }
  }
}
