/// Words that French spells with signs that keyboards hide.
enum TypographicWords {
  /// Returns a word with « œ » in the place of `oe`; nil when it is right.
  static func ligature(in word: String) -> String? {
    // Nearly every word ends here: bytes tell it faster than letters do.
    let pairs = zip(word.utf8, word.utf8.dropFirst())
    guard pairs.contains(where: { $0 | 0x20 == o && $1 | 0x20 == e }) else { return nil }
    let lower = word.lowercased()
    let singular = lower.last == "s" || lower.last == "x" ? String(lower.dropLast()) : lower
    guard withLigature.contains(lower) || withLigature.contains(singular) else { return nil }
    return word.replacing("oe", with: "œ").replacing("Oe", with: "Œ").replacing("OE", with: "Œ")
  }

  /// Returns a word with the accent of its capital; nil when it has none to have.
  static func capital(in word: String) -> String? {
    guard word.first == "E", word.dropFirst().contains(where: \.isLowercase) else { return nil }
    let singular = word.last == "s" ? String(word.dropLast()) : word
    guard withCapital.contains(word) || withCapital.contains(singular) else { return nil }
    return (word == "Etre" ? "Ê" : "É") + word.dropFirst()
  }

  /// Returns an ordinal as it is abbreviated, « 2e » for « 2ème »; nil when it is right.
  static func ordinal(_ word: String) -> String? {
    let length = word.utf8.prefix { figures.contains($0) }.count
    guard length > 0 else { return nil }
    let number = word.prefix(length)
    switch (number, word[number.endIndex...]) {
    case (_, "ème"), (_, "eme"), (_, "ième"), (_, "ieme"): return number + "e"
    case (_, "èmes"), (_, "emes"), (_, "ièmes"), (_, "iemes"): return number + "es"
    case ("1", "ère"), ("1", "ere"), ("1", "ière"), ("I", "ère"), ("I", "ere"): return number + "re"
    // « Lier » is a word.
    case ("1", "ier"): return number + "er"
    default: return nil
    }
  }

  private static let figures = Set("0123456789IVXLC".utf8)
  private static let o = UInt8(ascii: "o")
  private static let e = UInt8(ascii: "e")

  private static let withLigature = words(
    """
    boeuf choeur coeur désoeuvré écoeurant manoeuvre moeurs noeud oedème oeil \
    oeillet oeillère oeuf oeuvre oeuvrer oeuvrent oeuvrant oecuménique oesophage rancoeur \
    soeur voeu
    """)

  private static let withCapital = words(
    """
    Ebauche Echange Echanger Echec Echelle Echéance Ecologie Ecole Economie Economique Ecoute \
    Ecouter Ecran Ecrire Ecrit Ecriture Edition Editeur Education Egalité Eglise Elaboration \
    Elaborer Electricité Election Elément Elève Elu Elue Emotion Energie Enoncé Epreuve \
    Eprouvette Equipe Equipement Equilibre Etablissement Etape Etat Eté Etre Etude Etudiant \
    Etudiante Evaluation Evaluer Evénement Evidence Eviter Evolution
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
