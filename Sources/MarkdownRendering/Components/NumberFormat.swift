/// Writes numbers as a language does.
struct NumberFormat: Sendable {
  private let decimalMark: String
  private let groupMark: String

  /// Finds the marks of a language: a point and commas in English, a comma and narrow spaces
  /// elsewhere.
  init(lang: String) {
    let isEnglish = lang.prefix(2).lowercased() == "en"
    decimalMark = isEnglish ? "." : ","
    groupMark = isEnglish ? "," : "\u{202F}"
  }

  /// Returns a number with all its decimals, zero or more, thousands apart.
  func text(for number: Double) -> String {
    let written = number < 1e15 && number == number.rounded() ? "\(Int(number))" : "\(number)"
    let parts = written.split(separator: ".", maxSplits: 1)
    let whole = Array(parts.first ?? "0")
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += groupMark }
      text.append(digit)
    }
    return parts.count > 1 ? text + decimalMark + parts[1] : text
  }
}
