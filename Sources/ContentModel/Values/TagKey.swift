import TextEncoding

/// What a tag, and any other word of a taxonomy, is in addresses.
public enum TagKey {
  /// How many words of one taxonomy a sheet may bear: each has a page, and the sheet is shown on all of
  /// them.
  public static let maxWords = 200

  /// Returns the part of an address for a word, the same for all its spellings, empty when it has neither
  /// letter nor digit; a sign that
  /// tells two tags apart has its name there: « C », « C# » and « C++ » give `c`, `c-sharp` and
  /// `c-plus-plus`.
  public static func key(of tag: String) -> String {
    guard tag.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "+") }) else {
      return PortableName.path(Slug.make(from: tag))
    }
    var (spelt, follows) = ("", false)
    for character in tag {
      switch character {
      case "#" where follows: spelt += "-sharp"
      case "+" where follows: spelt += "-plus"
      default:
        spelt.append(character)
        follows = character.isLetter || character.isNumber
      }
    }
    return PortableName.path(Slug.make(from: spelt))
  }
}
