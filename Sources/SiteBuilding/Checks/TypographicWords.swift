/// Words that French spells with signs that keyboards hide.
enum TypographicWords {
  /// Returns a word with « œ » in the place of `oe`; nothing when it is right.
  static func ligature(in word: String) -> String? {
    guard word.lowercased().contains("oe") else { return nil }
    let lower = word.lowercased()
    let singular = lower.last == "s" || lower.last == "x" ? String(lower.dropLast()) : lower
    guard withLigature.contains(lower) || withLigature.contains(singular) else { return nil }
    return word.replacing("oe", with: "œ").replacing("Oe", with: "Œ").replacing("OE", with: "Œ")
  }

  /// Returns a word with the accent of its capital; nothing when it has none to have.
  static func capital(in word: String) -> String? {
    guard word.first == "E", word.dropFirst().contains(where: \.isLowercase) else { return nil }
    let singular = word.last == "s" ? String(word.dropLast()) : word
    guard withCapital.contains(word) || withCapital.contains(singular) else { return nil }
    return (word == "Etre" ? "Ê" : "É") + word.dropFirst()
  }

  /// Returns an ordinal as it is abbreviated, « 2e » for « 2ème »; nothing when it is right.
  static func ordinal(_ word: String) -> String? {
    let number = word.prefix { $0.isNumber || "IVXLC".contains($0) }
    guard !number.isEmpty else { return nil }
    switch word[number.endIndex...] {
    case "ème", "eme", "ième", "ieme": return number + "e"
    case "èmes", "emes", "ièmes", "iemes": return number + "es"
    case "ère", "ere", "ière": return number + "re"
    case "ier": return number + "er"
    default: return nil
    }
  }

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
