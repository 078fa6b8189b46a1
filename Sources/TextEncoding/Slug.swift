/// Names as keys: what two spellings of one name have in common, fit for an address or an id.
public enum Slug {
  /// Returns a text in lower case, its accents folded, what is neither letter nor digit as one
  /// hyphen; « L’été à Brest » gives `l-ete-a-brest`, « Cœur » gives `coeur`.
  ///
  /// Letters of other scripts stay. A text without letter or digit gives an empty key.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func make(from text: String) -> String {
    var id: [UInt8] = []
    id.reserveCapacity(text.utf8.count)
    var isApart = false
    for scalar in text.unicodeScalars {
      let end = id.count
      switch append(scalar, to: &id) {
      case .nothing: break
      case .separation: isApart = !id.isEmpty
      case .letters:
        if isApart { id.insert(UInt8(ascii: "-"), at: end) }
        isApart = false
      }
    }
    return String(decoding: id, as: UTF8.self)
  }

  /// What a character leaves in an id.
  private enum Trace { case letters, separation, nothing }

  private static func append(_ scalar: Unicode.Scalar, to id: inout [UInt8]) -> Trace {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: id.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0x41...0x5A: id.append(UInt8(truncatingIfNeeded: scalar.value) + 32)
    case 0...0x7F: return .separation
    case 0xAD, 0x200B...0x200D, 0x2060, 0x300...0x36F, 0xFE0F: return .nothing
    case 0xC0...0x17F:
      let letters = LatinFolding.letters(for: scalar)
      if letters.isEmpty { return .separation }
      id.append(contentsOf: letters)
    default:
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else { return .separation }
      let parts = properties.lowercaseMapping.decomposed.unicodeScalars
      for part in parts where part.properties.canonicalCombiningClass == .notReordered {
        id.append(contentsOf: Array(String(part).utf8))
      }
    }
    return .letters
  }
}
