import Diagnostics

extension Diagnostic {
  /// A name that neither a folder nor a sheet bears.
  static func unknownInBook(
    _ name: String, suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "book.unknown", at: location,
      LocalizedText(
        fr: "aucune rubrique ni fiche publiée ne s’appelle « \(name) »",
        en: "no published section or sheet is named “\(name)”"),
      expected: LocalizedText(
        fr:
          "une rubrique (« methodes »), un titre, une adresse, un fichier, ou l’adresse d’un choix de cartes",
        en:
          "a section (“methodes”), a title, an address, a file, or the address of a choice of cards"
      ),
      suggestion: suggestion.map {
        LocalizedText(fr: "vouliez-vous dire « \($0) » ?", en: "did you mean “\($0)”?")
      })
  }

  /// A tag that no published sheet bears.
  static func unknownTagOfBook(
    _ tag: String, suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "book.unknown-tag", at: location,
      LocalizedText(
        fr: "aucune fiche publiée ne porte l’étiquette « \(tag) »",
        en: "no published sheet bears the tag “\(tag)”"),
      suggestion: suggestion.map {
        LocalizedText(fr: "vouliez-vous dire « \($0) » ?", en: "did you mean “\($0)”?")
      })
  }

  /// A name that several sheets bear.
  static func ambiguousInBook(
    _ name: String, ids: [String], at location: SourceLocation
  ) -> Diagnostic {
    let list = ids.joined(separator: ", ")
    return Diagnostic(
      .error, id: "book.ambiguous", at: location,
      LocalizedText(
        fr: "plusieurs fiches s’appellent « \(name) »", en: "several sheets are named “\(name)”"),
      expected: LocalizedText(fr: "l’une de celles-ci : \(list)", en: "one of these: \(list)"))
  }

  /// A sheet that the site does not publish.
  static func unpublishedInBook(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "book.unpublished", at: location,
      LocalizedText(
        fr: "« \(name) » n’est pas publiée : c’est un brouillon, ou une fiche d’un autre jour",
        en: "“\(name)” is not published: it is a draft, or a sheet of another day"),
      suggestion: LocalizedText(
        fr: "« --drafts » la met dans le livre", en: "“--drafts” puts it into the book"))
  }

  /// An address of a choice of cards that cannot be read.
  static func unreadableBasket(
    _ problem: BasketAddress.Problem, at location: SourceLocation
  ) -> Diagnostic {
    let message =
      switch problem {
      case .cut:
        LocalizedText(
          fr: "cette adresse d’un choix de cartes a été coupée ou changée",
          en: "this address of a choice of cards was cut or changed")
      case .version:
        LocalizedText(
          fr: "cette adresse d’un choix de cartes vient d’une autre version d’Archipel",
          en: "this address of a choice of cards comes from another version of Archipel")
      case .content:
        LocalizedText(
          fr: "cette adresse ne dit aucun choix de cartes",
          en: "this address says no choice of cards")
      }
    return Diagnostic(
      .error, id: "book.basket", at: location, message,
      suggestion: LocalizedText(
        fr: "copiez-la à nouveau dans la page des cartes, en entier et entre guillemets",
        en: "copy it again from the page of cards, as a whole and between quotes"))
  }
}
