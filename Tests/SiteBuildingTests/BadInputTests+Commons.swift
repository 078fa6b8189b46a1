/// Mistakes in what a commons tells: workshops, events, figures, people.
extension BadInputTests {
  static let days: [BadInput] = [
    .event(
      "end before the start", "calendar.order", "debut: 2027-01-04T09:30\nfin: ¦2027-01-04T09:00",
      says: ["finit avant de commencer"]),
    .event(
      "end on the day before", "calendar.order", "debut: 2027-01-04\nfin: ¦2027-01-03"),
    .event("moment", "front-matter.date-time", "debut: ¦lundi à 9 h"),
    .event(
      "time zone", "calendar.zone", "debut: 2027-01-04T09:30\nfuseau: ¦Europe/Pari",
      says: ["vouliez-vous dire « Europe/Paris »"]),
    .event(
      "recurrence without an end", "recurrence.endless",
      "debut: 2027-01-04\nrevient: { ¦frequence: hebdomadaire, jours: lundi }",
      says: ["récurrence sans fin", "jusqu_au", "fois"]),
    .event(
      "first day that the recurrence does not give", "calendar.first",
      "debut: 2027-01-05\nrevient: ¦{ frequence: hebdomadaire, jours: lundi, fois: 3 }",
      says: ["2027-01-05"]),
    .event(
      "recurrence without a day left", "calendar.empty",
      "debut: 2027-01-04\nrevient: ¦{ frequence: annuelle, fois: 1, sauf: [2027-01-04] }"),
    BadInput(
      "type whose start is no day", "type.calendar", at: "content/_types/t.yaml",
      says: ["« nom »"],
      [
        "content/_types/t.yaml":
          "libelle: T\nchamps: { nom: { libelle: N } }\ncalendrier: { debut: nom }\n"
      ]),
    BadInput(
      "step without minutes", "front-matter.missing", says: ["« minutes »"],
      [
        "content/_types/methode.yaml": method,
        "content/methodes/a.md": "---\netapes:\n  - ¦titre: Accueil\n---\n",
      ]),
    BadInput(
      "range upside down", "front-matter.reversed-range",
      [
        "content/_types/methode.yaml": method,
        "content/methodes/a.md": "---\ngroupe: ¦12 – 4\n---\n",
      ]),
    .text(
      "text where a chart wants a number", "component.number",
      "```chart\ntitre: Ateliers\nsource: S\nvaleurs: [{ libelle: A, valeur: ¦beaucoup }]\n```",
      says: ["« beaucoup »"]),
  ]

  static let personal: [BadInput] = [
    .text("e-mail address in the text", "privacy.email", "Écrivez à ¦ana.lebras@region.bzh."),
    .text("telephone number in the text", "privacy.phone", "Appelez le ¦02 99 00 00 00."),
    BadInput(
      "e-mail address in the front matter", "privacy.email", says: ["contacts"],
      ["content/fiche.md": "---\ntitre: F\nauteurs: [¦ana@region.bzh]\n---\n"]),
    BadInput(
      "address beside one that the site publishes", "privacy.email",
      [
        "archipel.yaml": "contacts: [accueil@lab.bzh, 02 99 00 00 00]\n",
        "content/fiche.md": "accueil@lab.bzh, +33 2 99 00 00 00, ¦ana@lab.bzh\n",
      ]),
    .text(
      "figures without a source", "component.source",
      "¦```chart\ntitre: Ateliers\nvaleurs: [{ libelle: A, valeur: 3 }]\n```"),
  ]

  private static let method = """
    libelle: Méthode
    dossier: methodes
    champs:
      groupe: { libelle: Groupe, type: intervalle }
      etapes:
        libelle: Déroulé
        type: objet
        plusieurs: true
        champs:
          titre: { libelle: Titre }
          minutes: { libelle: Minutes, type: entier, requis: true }
    """
}

extension BadInput {
  /// A mistake in the front matter of an event.
  static func event(
    _ name: String, _ id: String, _ frontMatter: String, says: [String] = []
  ) -> BadInput {
    BadInput(
      name, id, says: says,
      [
        "content/_types/essai.yaml": """
        libelle: Essai
        dossier: essais
        calendrier: { debut: debut, fin: fin, fuseau: fuseau, recurrence: revient }
        champs:
          debut: { libelle: Début, type: date_heure }
          fin: { libelle: Fin, type: date_heure }
          fuseau: { libelle: Fuseau }
          revient: { libelle: Revient, type: recurrence }
        """,
        "content/essais/fiche.md": "---\n\(frontMatter)\n---\n",
      ])
  }
}
