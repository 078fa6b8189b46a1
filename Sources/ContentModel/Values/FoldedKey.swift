import Foundation

/// Names as keys: what two spellings of one name have in common, fit for an address.
public enum FoldedKey {
  /// Returns a name in lower case, without accents, its words joined by hyphens.
  ///
  /// « L’été à Brest » and « l'ete a brest » both give `l-ete-a-brest`; œ counts as oe, æ as ae. A
  /// name in another script keeps its letters. A name without any letter or digit gives an empty
  /// text.
  public static func make(from name: String) -> String {
    if let key = asciiKey(name) { return key }
    let folded = name.lowercased().replacing("œ", with: "oe").replacing("æ", with: "ae")
      .decomposedStringWithCanonicalMapping
    var key = String.UnicodeScalarView()
    var separates = false
    for scalar in folded.unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil {
        if separates, !key.isEmpty { key.append("-") }
        separates = false
        key.append(scalar)
      } else if properties.canonicalCombiningClass == .notReordered {
        separates = true
      }
    }
    return String(key)
  }

  /// The same for names in ASCII, most of those of files and tags.
  private static func asciiKey(_ name: String) -> String? {
    var key: [UInt8] = []
    key.reserveCapacity(name.utf8.count)
    var separates = false
    for byte in name.utf8 {
      guard byte < 0x80 else { return nil }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        if separates, !key.isEmpty { key.append(UInt8(ascii: "-")) }
        separates = false
        key.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if separates, !key.isEmpty { key.append(UInt8(ascii: "-")) }
        separates = false
        key.append(byte | 0x20)
      default:
        separates = true
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}

extension String {
  /// A key that sorts words as a French dictionary does: accents and letter case aside, the text
  /// itself deciding between two that differ by these alone.
  public var foldedForSorting: SortingKey {
    SortingKey(folded: FoldedKey.make(from: self), text: self)
  }
}

/// The order of a word in a list for people.
public struct SortingKey: Comparable, Sendable {
  /// The text in lower case without accents, its words joined by hyphens.
  public let folded: String
  private let text: String

  init(folded: String, text: String) {
    self.folded = folded
    self.text = text
  }

  /// Returns whether a word comes before another.
  public static func < (left: SortingKey, right: SortingKey) -> Bool {
    left.folded == right.folded ? left.text < right.text : left.folded < right.folded
  }
}
