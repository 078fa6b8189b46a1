import Calendars

/// Numbers as people write them in French and in English.
enum NumberText {
  /// Reads `1234`, `-5`, `1 234` with any space between groups of three digits.
  static func integer(_ text: String) -> Int? {
    guard let digits = withoutGroups(text), !digits.contains(".") else { return nil }
    return Int(digits)
  }

  /// Reads `2,5`, `2.5`, `1 234,5`.
  static func number(_ text: String) -> Double? {
    guard let digits = withoutGroups(text.replacing(",", with: ".")),
      let number = Double(digits), number.isFinite
    else { return nil }
    return number
  }

  /// Drops the spaces between groups of digits; nil unless the text is a plain decimal number.
  private static func withoutGroups(_ text: String) -> String? {
    var sign = ""
    var body = Substring(text)
    if let first = body.first, first == "-" || first == "+" || first == "−" {
      sign = first == "+" ? "" : "-"
      body = body.dropFirst()
    }
    let groups = body.split(omittingEmptySubsequences: false) { $0.isWhitespace }
    guard let first = groups.first, let last = groups.last else { return nil }
    if groups.count > 1 {
      let whole = last.prefix { $0 != "." }
      guard (1...3).contains(first.count), whole.count == 3,
        groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let digits = groups.joined()
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ CalendarDate.digits($0) != nil }) else { return nil }
    return sign + digits
  }
}
