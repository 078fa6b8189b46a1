/// The one way in which what comes from outside, as a value, a name or another server's answer, reaches a
/// terminal.
public enum TerminalText {
  /// Stands where a sign is not shown.
  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// Returns a text without the signs that a terminal would obey, or that show words in another order
  /// than they are written in.
  ///
  /// - Parameter keepsLines: Whether line feeds and tabs stay; otherwise each becomes a space.
  public static func shown(_ text: String, keepsLines: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\t": shown.append(keepsLines ? scalar : " ")
      case _ where isHidden(scalar): shown.append(replacement)
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// Whether a sign is a control, ends a line, or turns the direction of writing.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
