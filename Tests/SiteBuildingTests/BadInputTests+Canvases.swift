/// Mistakes in canvases, cards and codes.
extension BadInputTests {
  private static let type = """
    libelle: C
    dossier: c
    canevas:
      colonnes: colonnes
      lignes: lignes
      zones: { liste: zones, titre: titre, invite: invite, colonne: colonne, ligne: ligne,
        largeur: largeur, hauteur: hauteur }
    champs:
      colonnes: { libelle: C, type: entier }
      lignes: { libelle: L, type: entier }
      zones:
        libelle: Z
        type: objet
        plusieurs: true
        champs:
          titre: { libelle: T, type: markdown }
          invite: { libelle: I, type: markdown }
          colonne: { libelle: C, type: entier }
          ligne: { libelle: L, type: entier }
          largeur: { libelle: G, type: entier }
          hauteur: { libelle: H, type: entier }
    """

  private static func canvas(
    _ name: String, _ id: String, _ zones: String, grid: String = "colonnes: 2\nlignes: 2",
    says: [String] = []
  ) -> BadInput {
    BadInput(
      name, id, says: says,
      [
        "content/_types/c.yaml": type,
        "content/c/a.md": "---\ntitre: A\n\(grid)\nzones: \(zones)\n---\n",
      ])
  }

  private static let long = String(repeating: "nom-de-dossier/", count: 12)

  static let canvases: [BadInput] = [
    canvas(
      "zone outside the grid", "canvas.outside",
      "[{ titre: ¦Bas, colonne: 2, ligne: 2, largeur: 2 }]",
      says: ["« Bas »", "2 colonnes"]),
    canvas(
      "zone before the grid", "canvas.outside", "[{ titre: ¦Haut, colonne: 0, ligne: 1 }]",
      says: ["« Haut »"]),
    canvas(
      "zone of an endless width", "canvas.outside",
      "[{ titre: ¦Long, colonne: 2, ligne: 1, largeur: 9223372036854775807 }]"),
    canvas(
      "zones that overlap", "canvas.overlap",
      "[{ titre: Un, colonne: 1, ligne: 1, largeur: 2 }, { titre: ¦Deux, colonne: 2, ligne: 1 }]",
      says: ["« Deux » et « Un »"]),
    canvas("canvas without zone", "canvas.empty", "¦[]", says: ["au moins une zone"]),
    canvas(
      "too many zones", "canvas.zones",
      "¦["
        + Array(repeating: "{ titre: A, colonne: 1, ligne: 1 }", count: 25).joined(separator: ", ")
        + "]", says: ["25", "24"]),
    canvas(
      "grid too fine", "canvas.grid", "¦[{ titre: A, colonne: 1, ligne: 1 }]",
      grid: "colonnes: 13\nlignes: 2", says: ["13 colonnes"]),
    canvas(
      "words that leave no room to write", "canvas.crowded",
      "[{ titre: ¦Un titre, invite: \"\(String(repeating: "Des mots. ", count: 90))\", colonne: 1, ligne: 1 }]",
      grid: "colonnes: 6\nlignes: 6", says: ["« Un titre »"]),
    BadInput(
      "type of canvases that names no grid", "type.fields", says: [],
      ["content/_types/c.yaml": "libelle: C\ncanevas: ¦{ zones: z }\nchamps: {}\n"]),
    BadInput(
      "page of cards that is not there", "site.cards", says: ["« cartes »", "format: poche"],
      ["archipel.yaml": "¦cards: cartes\n", "content/a.md": "---\ntitre: A\n---\nA.\n"]),
    BadInput(
      "page of cards without pocket cards", "site.cards", says: ["« a »"],
      ["archipel.yaml": "¦cards: a\n", "content/a.md": "---\ntitre: A\n---\nA.\n"]),
    BadInput(
      "address too long for a code", "qr.unmade", at: "content/nom-de-dossier/a.md",
      says: ["412"],
      [
        "archipel.yaml": "base_url: https://exemple.fr/\(long)\(long)\(long)\n",
        "content/_types/q.yaml": "libelle: Q\ndossier: nom-de-dossier\nexporte: [qr]\n",
        "content/nom-de-dossier/a.md": "---\ntitre: A\n---\nA.\n",
      ]),
  ]
}
