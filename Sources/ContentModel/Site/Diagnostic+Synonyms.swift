import Diagnostics

/// What can be wrong with the synonyms of a site.
extension Diagnostic {
  private static let example = LocalizedText(
    verbatim: "groupes: [[post-it, papillon adhésif], [utilisateur, usager]]")

  static func synonymsAreNoGroups(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "synonyms.group", at: location,
      LocalizedText(
        fr: "un groupe de synonymes est une liste de mots",
        en: "a group of synonyms is a list of words"),
      expected: example)
  }

  static func synonymAlone(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "synonyms.alone", at: location,
      LocalizedText(
        fr: "un groupe de synonymes a deux mots au moins",
        en: "a group of synonyms has two words at least"),
      expected: example)
  }

  static func tooManySynonyms(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "synonyms.limit", at: location,
      LocalizedText(
        fr: "trop de synonymes : les suivants ne sont pas lus",
        en: "too many synonyms: the following are not read"),
      expected: LocalizedText(fr: "\(limit) au plus", en: "\(limit) at most"))
  }

  static func unusableSynonym(
    _ text: String, words: Int, at location: SourceLocation
  ) -> Diagnostic {
    let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
    return Diagnostic(
      .error, id: "synonyms.word", at: location,
      LocalizedText(
        fr: "synonyme inutilisable « \(shown) »", en: "unusable synonym “\(shown)”"),
      expected: LocalizedText(
        fr: "un mot ou un nom de \(words) mots au plus, comme « papillon adhésif »",
        en: "a word, or a name of \(words) words at most, as “sticky note”"))
  }

  static func synonymGivenTwice(
    _ word: String, line: Int, isSameGroup: Bool, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "synonyms.twice", at: location,
      isSameGroup
        ? LocalizedText(
          fr: "« \(word) » est deux fois dans ce groupe", en: "“\(word)” is in this group twice")
        : LocalizedText(
          fr: "« \(word) » est déjà dans le groupe de la ligne \(line)",
          en: "“\(word)” is in the group of line \(line) already"),
      expected: LocalizedText(
        fr: "un mot dans un seul groupe : réunissez les deux groupes, ou retirez-le de l’un",
        en: "a word in one group: join both groups, or take it out of one"))
  }
}
