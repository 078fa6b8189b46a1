import ContentModel
import Diagnostics
import TextEncoding

extension ImportNote {
  static func unknownTerm(
    _ term: String, of key: String, known vocabulary: Vocabulary
  ) -> ImportNote {
    let ids = vocabulary.terms.map(\.id)
    let near = NearMiss.closest(to: Slug.make(from: term), among: ids) ?? ids.first ?? ""
    return ImportNote(
      id: "term", near: "titre:",
      LocalizedText(
        fr:
          "« \(key) » : le terme « \(term) » n’est pas du vocabulaire « \(vocabulary.id) » d’ici ; laissé de côté",
        en:
          "“\(key)”: the term “\(term)” is not of the vocabulary “\(vocabulary.id)” here; left out"),
      expected: LocalizedText(
        fr: "--map \"\(key):\(term)=\(near)\", ou un autre de : \(ids.joined(separator: ", "))",
        en: "--map \"\(key):\(term)=\(near)\", or another of: \(ids.joined(separator: ", "))"))
  }

  static func leftReference(_ title: String, of key: String, at address: String?) -> ImportNote {
    let place = address.map { " (\($0))" } ?? ""
    return ImportNote(
      id: "reference", near: "titre:",
      LocalizedText(
        fr: "« \(key) » : la fiche « \(title) »\(place) n’est pas ici ; le lien est laissé de côté",
        en: "“\(key)”: the sheet “\(title)”\(place) is not here; the link is left out"))
  }

  static func missingPicture(_ address: String, near words: String) -> ImportNote {
    picture(
      address,
      LocalizedText(fr: "elle n’est pas publiée", en: "it is not published"),
      near: words.isEmpty ? nil : words)
  }

  static func notText(_ title: String) -> ImportNote {
    unreadable(
      LocalizedText(
        fr: "la source de « \(title) » n’est pas un texte en UTF-8 : elle n’est pas reprise",
        en: "the source of “\(title)” is no text in UTF-8: it is not adopted"))
  }

  static func tooManySources(_ megabytes: Int) -> ImportNote {
    unreadable(
      LocalizedText(
        fr: "les sources dépassent \(megabytes) Mo : nommez moins de fiches à la fois",
        en: "the sources are longer than \(megabytes) MB: name fewer sheets at a time"))
  }

  static func unknownType(_ type: String, of title: String) -> ImportNote {
    ImportNote(
      id: "type",
      LocalizedText(
        fr:
          "« \(title) » est de type « \(type) », qui n’est pas d’ici : c’est une page, et ses champs sont à la fin du texte",
        en:
          "“\(title)” is of type “\(type)”, which is not here: it is a page, with its fields at the end of the text"
      ),
      expected: LocalizedText(
        fr: "le type : « content/_types/\(type).yaml », puis la fiche reprise de nouveau",
        en: "the type, “content/_types/\(type).yaml”, then the sheet adopted anew"))
  }

  static func leftInclude(_ path: String) -> ImportNote {
    ImportNote(
      id: "include", near: path,
      LocalizedText(
        fr: "le texte de « \(path) », que la fiche inclut, n’est pas repris : copiez-le à sa place",
        en: "the text of “\(path)”, which the sheet includes, is not adopted: copy it to its place"
      ))
  }

  static func noSuchSheet(_ name: String, near: String?) -> ImportNote {
    ImportNote(
      .error, id: "sheet",
      LocalizedText(
        fr: "ce site n’a pas de fiche « \(name) »", en: "this site has no sheet “\(name)”"),
      expected: near.map {
        LocalizedText(fr: "peut-être « \($0) »", en: "perhaps “\($0)”")
      })
  }

  static func nothingToAdopt(_ title: String) -> ImportNote {
    ImportNote(
      .error, id: "source",
      LocalizedText(
        fr:
          "« \(title) » ne publie la source (index.md) d’aucune fiche : il n’y a rien à reprendre",
        en: "“\(title)” publishes the source (index.md) of no sheet: there is nothing to adopt"),
      expected: LocalizedText(
        fr: "un site dont les types disent « exporte: [source] »",
        en: "a site whose types say “exporte: [source]”"))
  }

  static func unpublishedSource(_ title: String) -> ImportNote {
    ImportNote(
      .error, id: "source",
      LocalizedText(
        fr:
          "la fiche « \(title) » ne publie pas sa source (index.md) : elle ne peut pas être reprise",
        en: "the sheet “\(title)” does not publish its source (index.md): it cannot be adopted"))
  }

  static func unknownTerms(_ title: String, _ licence: String?) -> ImportNote {
    ImportNote(
      .error, id: "licence",
      LocalizedText(
        fr: licence.map { "la licence « \($0) » de la fiche « \(title) » n’est pas connue" }
          ?? "la fiche « \(title) » ne dit pas sa licence : rien ne permet de la reprendre",
        en: licence.map { "the licence “\($0)” of the sheet “\(title)” is not known" }
          ?? "the sheet “\(title)” names no licence: nothing allows to adopt it"))
  }

  static func clash(
    _ title: String, _ licence: Licence, _ own: Licence, _ rule: LicenceRule
  ) -> ImportNote {
    ImportNote(
      .error, id: "licence",
      LocalizedText(
        fr: "la fiche « \(title) » (\(licence.id)) ne peut pas entrer dans ce site (\(own.id)) : "
          + rule.explanation.french,
        en: "the sheet “\(title)” (\(licence.id)) cannot enter this site (\(own.id)): "
          + rule.explanation.english))
  }

  static func unknownCreditTerms(_ title: String, _ licence: String) -> ImportNote {
    ImportNote(
      id: "credit", near: title,
      LocalizedText(
        fr:
          "la licence « \(licence) » de « \(title) », dans les crédits, n’est pas connue ; laissée de côté",
        en: "the licence “\(licence)” of “\(title)”, in the credits, is not known; left out"))
  }

  static func otherDigest(_ title: String) -> ImportNote {
    ImportNote(
      .error, id: "digest",
      LocalizedText(
        fr:
          "la source de « \(title) » n’est pas celle que le catalogue annonce : son empreinte diffère",
        en:
          "the source of “\(title)” is not the one that the catalogue tells of: its digest differs")
    )
  }

  static func adoptedBefore(_ title: String, _ path: String) -> ImportNote {
    ImportNote(
      .remark, id: "known",
      LocalizedText(
        fr:
          "« \(title) » est déjà reprise dans « \(path) » ; « archipel adopt --status » la compare",
        en: "“\(title)” is adopted already in “\(path)”; “archipel adopt --status” compares it"))
  }

  static func unknownAddress(_ title: String) -> ImportNote {
    ImportNote(
      id: "address",
      LocalizedText(
        fr:
          "le site « \(title) » ne dit pas où il est publié (base_url) : les fiches n’ont pas d’adresse d’origine",
        en:
          "the site “\(title)” does not say where it is published (base_url): sheets have no address of origin"
      ))
  }

  /// A problem of the source, which stops there.
  static func unreadableSource(_ problem: CatalogueSource.Problem) -> ImportNote {
    unreadable(problem.message)
  }
}
