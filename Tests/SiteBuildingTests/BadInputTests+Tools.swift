/// Mistakes in sequences: what no group could hold.
extension BadInputTests {
  private static let type = """
    libelle: D
    dossier: d
    sequence:
      debut: debut
      fin: fin
      personnes: personnes
      blocs:
        { liste: blocs, activite: quoi, titre: titre, minutes: minutes, verrou: verrou, pause: pause }
    champs:
      debut: { libelle: D, type: duree }
      fin: { libelle: F, type: duree }
      personnes: { libelle: P, type: entier }
      blocs:
        libelle: B
        type: objet
        plusieurs: true
        champs:
          quoi: { libelle: Q, type: reference }
          titre: { libelle: T, type: markdown }
          minutes: { libelle: M, type: entier }
          verrou: { libelle: V, type: duree }
          pause: { libelle: R, type: booleen }
    """

  private static func sequence(
    _ name: String, _ id: String, _ settings: String, says: [String] = []
  ) -> BadInput {
    BadInput(
      name, id, says: says,
      [
        "content/_types/d.yaml": type,
        "content/d/a.md": "---\ntitre: A\npersonnes: 12\n\(settings)\n---\n",
      ])
  }

  static let sequences: [BadInput] = [
    sequence(
      "lock that cannot hold", "sequence.lock",
      "debut: 9 h\nblocs:\n  - { titre: A, minutes: 90 }\n  - { titre: ¦B, minutes: 30, verrou: 10 h }",
      says: ["il manque 30 min"]),
    sequence(
      "sequence past its end", "sequence.end",
      "debut: 9 h\nfin: 10 h\nblocs: ¦[{ titre: A, minutes: 75 }]", says: ["15 min"]),
    sequence(
      "sequence past midnight", "sequence.midnight",
      "debut: 23 h\nblocs: ¦[{ titre: A, minutes: 75 }]"),
    sequence(
      "block that nothing names", "sequence.nameless",
      "debut: 9 h\nblocs: ¦[{ minutes: 75 }]", says: ["« quoi »", "« titre »"]),
    sequence(
      "activity that is gone", "reference.dangling",
      "debut: 9 h\nblocs: [{ quoi: ¦methodes/partie, minutes: 30 }]"),
    sequence(
      "too many blocks", "sequence.blocks",
      "debut: 9 h\nblocs: ¦["
        + Array(repeating: "{ titre: A, minutes: 1 }", count: 101).joined(separator: ", ") + "]",
      says: ["101"]),
    BadInput(
      "type of sequences that names no start", "type.fields", says: [],
      ["content/_types/d.yaml": "libelle: D\nsequence: ¦{ personnes: p }\nchamps: {}\n"]),
    BadInput(
      "composer that is not there", "site.composer", says: ["« composer »"],
      ["archipel.yaml": "¦composer: composer\n", "content/a.md": "---\ntitre: A\n---\nA.\n"]),
  ]
}
