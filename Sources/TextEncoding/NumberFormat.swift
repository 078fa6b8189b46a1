/// Writes numbers as a language does: a point and commas in English, a comma and narrow no-break spaces
/// (U+202F) elsewhere.
package struct NumberFormat: Sendable {
  private let decimalMark: String
  private let groupMark: String

  /// Finds the marks of a language, given as a BCP 47 tag.
  package init(language: String) {
    let isEnglish = language.prefix(2).lowercased() == "en"
    decimalMark = isEnglish ? "." : ","
    groupMark = isEnglish ? "," : "\u{202F}"
  }

  /// Returns a whole number, thousands apart.
  package func integer(_ number: Int) -> String { grouped(String(number)[...]) }

  /// Returns a number with all its decimals, zero or more, and without an exponent.
  package func number(_ number: Double) -> String {
    let parts = Self.decimal(String(number)).split(separator: ".", maxSplits: 1)
    let whole = grouped(parts.first ?? "0")
    guard parts.count > 1, parts[1] != "0" else { return whole }
    return whole + decimalMark + parts[1]
  }

  private func grouped(_ digits: Substring) -> String {
    let sign = digits.prefix { $0 == "-" }
    let digits = digits.dropFirst(sign.count)
    var text = String(sign)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += groupMark }
      text.append(digit)
    }
    return text
  }

  /// Returns a number that may have an exponent, `2.5e-05`, with its digits alone: `0.000025`.
  private static func decimal(_ text: String) -> String {
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
    let sign = parts[0].prefix { $0 == "-" }
    let mantissa = parts[0].dropFirst(sign.count).split(separator: ".")
    let whole = mantissa.first ?? "0"
    let decimals = mantissa.dropFirst().first.map { $0 == "0" ? "" : $0 } ?? ""
    let digits = String(whole + decimals)
    let point = whole.count + exponent
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count {
      return sign + digits + String(repeating: "0", count: point - digits.count)
    }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }
}
