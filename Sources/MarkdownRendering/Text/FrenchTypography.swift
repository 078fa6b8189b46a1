/// The spaces and apostrophes of French, as the Imprimerie nationale sets them.
///
/// A narrow no-break space (U+202F) comes before `;`, `!` and `?`, in thousands, before units and
/// before `%`; a no-break space (U+00A0) before `:` and inside « »; `'` becomes ’ and `...` becomes
/// …; dashes stay as typed. Addresses, hours such as `10:30`, `::`, emoticons and the tags of other tools,
/// `{{ … }}`, `{% … %}` and `<X …>`, are left alone.
/// Applying the rules twice changes nothing more.
public enum FrenchTypography {
  /// Returns a plain text with the rules applied.
  public static func apply(to text: String) -> String {
    String(decoding: apply(to: Array(text.utf8)), as: UTF8.self)
  }

  /// Returns a plain text in UTF-8 with the rules applied.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func apply(to text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 16)
    var typesetter = FrenchTypesetter(escapesHTML: false)
    text.withUnsafeBufferPointer { typesetter.append($0, to: &output) }
    return output
  }

  /// Returns whether a language tag names French.
  public static func isFrench(_ lang: String) -> Bool {
    let primary = lang.prefix { $0 != "-" && $0 != "_" }
    return primary.lowercased() == "fr"
  }
}
