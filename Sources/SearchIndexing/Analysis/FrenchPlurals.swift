/// What the French stemmer is given in place of a word, so that the forms of a noun meet.
///
/// Snowball's rules for verbs come before those for plurals: « usager » loses its ending as an
/// infinitive and « usagers » does not, « produit » as a past tense and « produits » does not. It
/// strips no `s` after a vowel other than `e` (« schémas », « essais », « menus »), takes « tuyaux » for
/// the plural of « tuyal », and leaves « usagère » apart from « usager ».
enum FrenchPlurals {
  /// Returns the word to stem in place of a lower-case word; nil when it is itself.
  static func replacement(for word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard word.count >= 4, let last = word.last else { return nil }
    if last == UInt8(ascii: "x") { return plural(inX: word) }
    guard word.count >= 5 || last == UInt8(ascii: "s") else { return nil }
    if let length = masculineLength(of: word) { return word.prefix(length) + Array("er".utf8) }
    if hasEnding(word, "it") && !hasEnding(word, "ait") { return Array(word) + [UInt8(ascii: "s")] }
    let isPlural =
      last == UInt8(ascii: "s")
      && (endingsInS.contains { word.count >= $0.length && hasEnding(word, $0.ending) }
        || pluralsInS.contains(Array(word)))
    return isPlural ? Array(word.dropLast()) : nil
  }

  /// Whether a word ends in « é », « ée », « és » or « ées ».
  static func endsInAcute(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = word.count
    if end > 3, word[end - 1] == UInt8(ascii: "s") { end -= 1 }
    if end > 3, word[end - 1] == UInt8(ascii: "e") { end -= 1 }
    return end > 3 && word[end - 1] == 0xA9 && word[end - 2] == 0xC3
  }

  /// What « usagère » and « conseillères » have before the « er » of their masculine.
  private static func masculineLength(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    for ending in ["ère", "ères"] as [StaticString] where hasEnding(word, ending) {
      let length = word.count - ending.utf8CodeUnitCount
      let start = UnsafeBufferPointer(rebasing: word[..<length])
      return ["g", "ch", "ll"].contains { hasEnding(start, $0) } ? length : nil
    }
    return nil
  }

  private static func plural(inX word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let word = Array(word)
    return irregular[word] ?? (pluralsInX.contains(word) ? Array(word.dropLast()) : nil)
  }

  private static func hasEnding(_ word: UnsafeBufferPointer<UInt8>, _ ending: StaticString) -> Bool
  {
    let count = ending.utf8CodeUnitCount
    guard word.count >= count else { return false }
    return (0..<count).allSatisfy { word[word.count - count + $0] == ending.utf8Start[$0] }
  }

  /// Endings that are those of a plural, or else of a word that nothing else meets (« repas »), from a
  /// length in bytes.
  private static let endingsInS: [(ending: StaticString, length: Int)] = [
    ("os", 4), ("us", 4), ("as", 5), ("ers", 5), ("irs", 5), ("aits", 6), ("ions", 6),
  ]

  /// Plurals whose ending is also that of verbs (« parlais ») or of singulars (« permis »).
  private static let pluralsInS = words(
    """
    abris amis appuis balais convois défis délais emplois ennuis envois essais étuis lois octrois \
    parois paris quais réemplois renvois tournois tris
    """)

  private static let pluralsInX = words(
    """
    adieux aveux bijoux boyaux cailloux cheveux chef-lieux choux dieux enjeux essieux étaux feux \
    fléaux genoux hébreux hiboux jeux joujoux joyaux lieux matériaux milieux moyeux neveux non-lieux \
    noyaux pieux pneux poux préaux tuyaux vœux voeux
    """)

  /// Plurals in `aux` of words in `ail`.
  private static let irregular: [[UInt8]: [UInt8]] = Dictionary(
    uniqueKeysWithValues: [
      ("travaux", "travail"), ("vitraux", "vitrail"), ("baux", "bail"), ("coraux", "corail"),
      ("émaux", "émail"), ("soupiraux", "soupirail"), ("cieux", "ciel"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) })

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(separator: " ").map { Array($0.utf8) })
  }
}
