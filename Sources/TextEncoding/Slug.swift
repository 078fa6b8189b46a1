/// Names as keys: what two spellings of one name have in common, fit for an address or an id.
public enum Slug {
  /// Returns a text in lower case, the marks on its Latin and Greek letters folded, what is neither
  /// letter nor digit as one hyphen; « L’été à Brest » gives `l-ete-a-brest`, « Cœur » gives `coeur`.
  ///
  /// Letters of other scripts stay with their marks, which make other letters of them: « Новый край »
  /// gives `новый-край`. A text without letter or digit gives an empty key.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func make(from text: String) -> String {
    var id: [UInt8] = []
    id.reserveCapacity(text.utf8.count)
    var isApart = false
    var keepsMarks = false
    // Composed, so that a letter and its mark are one key however they were typed; without a byte from
    // that of the first mark, U+0300, on, a text is composed.
    let scalars = text.utf8.allSatisfy { $0 < 0xCC } ? text : text.composed
    for scalar in scalars.unicodeScalars {
      if scalar.isCombiningMark {
        if keepsMarks, !isApart { id.append(contentsOf: Array(String(scalar).utf8)) }
        continue
      }
      let end = id.count
      switch append(scalar, to: &id) {
      case .nothing: break
      case .separation: isApart = !id.isEmpty
      case .letters:
        if isApart { id.insert(UInt8(ascii: "-"), at: end) }
        isApart = false
        keepsMarks = !scalar.foldsMarks
      }
    }
    return String(decoding: id, as: UTF8.self)
  }

  /// Returns the key of a title as the name of a file: that of a long title stops after a word.
  public static func makeName(from title: String) -> String {
    let key = make(from: title)
    guard key.utf8.count > maxName else { return key }
    var name = key[...]
    while name.utf8.count > maxName { name.removeLast() }
    return String(name.lastIndex(of: "-").map { name[..<$0] } ?? name)
  }

  /// In bytes: systems take 255 at most, and addresses are read by people.
  private static let maxName = 100

  /// What a character leaves in an id.
  private enum Trace { case letters, separation, nothing }

  private static func append(_ scalar: Unicode.Scalar, to id: inout [UInt8]) -> Trace {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: id.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0x41...0x5A: id.append(UInt8(truncatingIfNeeded: scalar.value) + 32)
    case 0...0x7F: return .separation
    case 0xAD, 0x200B...0x200D, 0x2060: return .nothing
    case 0xC0...0x17F:
      let letters = LatinFolding.letters(for: scalar)
      if letters.isEmpty { return .separation }
      id.append(contentsOf: letters)
    default:
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else { return .separation }
      guard scalar.foldsMarks else {
        id.append(contentsOf: Array(properties.lowercaseMapping.utf8))
        break
      }
      let parts = properties.lowercaseMapping.decomposed.unicodeScalars
      for part in parts where !part.isCombiningMark {
        id.append(contentsOf: Array(String(part).utf8))
      }
    }
    return .letters
  }
}

extension Unicode.Scalar {
  /// Whether it belongs to the letter before it: an accent, a vowel sign, a virama, a variation.
  fileprivate var isCombiningMark: Bool {
    guard value >= 0x300 else { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether it is of a script whose accents are left out of keys: Latin or Greek.
  fileprivate var foldsMarks: Bool {
    switch value {
    case 0...0x24F, 0x370...0x3FF, 0x1E00...0x1FFF, 0x2C60...0x2C7F, 0xA720...0xA7FF: true
    default: false
    }
  }
}
