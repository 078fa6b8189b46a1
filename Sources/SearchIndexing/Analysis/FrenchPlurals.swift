/// The plurals that the French stemmer leaves apart from their singular.
///
/// Snowball strips no `s` after `o` or `u` (« scénarios », « menus ») and no `x` after `eu` or `ou`
/// (« enjeux »), which are as regular as the others.
enum FrenchPlurals {
  /// Returns how many bytes of a lower-case word are left once its plural mark is off.
  static func singularLength(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let count = word.count
    guard count >= 4 else { return count }
    let (before, last) = (word[count - 2], word[count - 1])
    if last == UInt8(ascii: "s"), before == UInt8(ascii: "o") || before == UInt8(ascii: "u") {
      return count - 1
    }
    if last == UInt8(ascii: "x"), before == UInt8(ascii: "u"), pluralsInX.contains(Array(word)) {
      return count - 1
    }
    return count
  }

  /// Returns the singular in `ail` of an irregular plural in `aux`.
  static func irregularSingular(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard word.count >= 4, word[word.count - 1] == UInt8(ascii: "x") else { return nil }
    return irregular[Array(word)]
  }

  private static let pluralsInX: Set<[UInt8]> = Set(
    """
    adieux aveux cheveux chef-lieux dieux enjeux essieux feux hébreux jeux lieux milieux moyeux \
    neveux non-lieux pieux pneux vœux voeux bijoux cailloux choux genoux hiboux joujoux poux
    """.split(separator: " ").map { Array($0.utf8) })

  private static let irregular: [[UInt8]: [UInt8]] = Dictionary(
    uniqueKeysWithValues: [
      ("travaux", "travail"), ("vitraux", "vitrail"), ("baux", "bail"), ("coraux", "corail"),
      ("émaux", "émail"), ("soupiraux", "soupirail"), ("cieux", "ciel"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) })
}
