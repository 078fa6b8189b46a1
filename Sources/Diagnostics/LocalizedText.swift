/// A sentence for people, in every language that Archipel speaks.
public struct LocalizedText: Sendable, Hashable {
  /// The sentence in French.
  public let french: String
  /// The sentence in English.
  public let english: String

  /// Creates a sentence from both its versions.
  public init(fr french: String, en english: String) {
    self.french = french
    self.english = english
  }

  /// Creates a text that is the same in every language: a list of values, a name.
  public init(verbatim text: String) {
    self.init(fr: text, en: text)
  }

  /// Creates a list of the names that may be written: the first ones, where there are many.
  public init(names: [String]) {
    let most = 24
    let more = names.count > most ? ["…"] : []
    self.init(verbatim: (names.prefix(most) + more).joined(separator: ", "))
  }

  /// Returns the sentence in a language.
  public func text(in language: MessageLanguage) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}
