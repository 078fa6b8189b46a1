/// Signs by the names that GitHub gives them, `:tada:`.
///
/// The names and their signs are those of goldmark-emoji 1.0.1 (Debian), which takes them from GitHub, then
/// those of `emoji` 2.16.0 (PyPI), which has the other names of GitHub's and of Unicode's.
public enum EmojiNames {
  /// The longest name, in bytes.
  public static let maxLength = 64
  /// What the names of the icons of Material for MkDocs start with.
  private static let icons = ["fontawesome-", "material-", "octicons-", "simple-"]

  /// The signs by name.
  private static let signs: [Substring: Substring] = {
    let text = String(decoding: PackageResources.emoji_txt, as: UTF8.self)
    let pairs = text.split(separator: "\n").compactMap { line -> (Substring, Substring)? in
      guard let space = line.firstIndex(of: " ") else { return nil }
      return (line[..<space], line[line.index(after: space)...])
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()

  /// Returns the sign of a name; the empty text for an icon, which only decorates.
  public static func sign(named name: Substring) -> Substring? {
    signs[name] ?? (icons.contains(where: name.hasPrefix) ? "" : nil)
  }

  /// Whether a byte may be in a name.
  public static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
