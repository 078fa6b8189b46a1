import Calendars

/// A value without quotes: a number, a day, a time, `true` or `false`.
enum TOMLWord {
  /// Whether a word may hold a byte.
  static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  /// Returns a word as YAML writes it: numbers in decimal digits, moments with a `T`; nil when it is
  /// none of TOML's.
  static func text(of word: String) -> String? {
    switch word {
    case "true", "false", "inf", "nan": word
    case "+inf", "+nan", "-inf", "-nan": word.hasPrefix("+") ? String(word.dropFirst()) : word
    default: moment(word) ?? number(word)
    }
  }

  // MARK: Numbers

  private static func number(_ word: String) -> String? {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
      guard let digits = digits(word.dropFirst(2), radix: radix) else { return nil }
      return Int64(digits, radix: radix).map { String($0) }
    }
    var rest = word[...]
    var sign = ""
    if let first = rest.first, first == "+" || first == "-" {
      rest = rest.dropFirst()
      if first == "-" { sign = "-" }
    }
    let whole = rest.prefix { $0.isASCIIDigit || $0 == "_" }
    guard let integer = digits(whole, radix: 10), integer == "0" || !integer.hasPrefix("0") else {
      return nil
    }
    rest = rest[whole.endIndex...]
    guard !rest.isEmpty else { return Int64(sign + integer).map { String($0) } }
    var text = sign + integer
    if rest.first == "." {
      let fraction = rest.dropFirst().prefix { $0.isASCIIDigit || $0 == "_" }
      guard let digits = digits(fraction, radix: 10) else { return nil }
      text += "." + digits
      rest = rest[fraction.endIndex...]
    }
    if rest.first == "e" || rest.first == "E" {
      rest = rest.dropFirst()
      text += "e"
      if let first = rest.first, first == "+" || first == "-" {
        text.append(first)
        rest = rest.dropFirst()
      }
      guard let digits = digits(rest, radix: 10) else { return nil }
      return text + digits
    }
    return rest.isEmpty ? text : nil
  }

  /// Returns digits without the `_` that stand between two of them.
  private static func digits(_ text: Substring, radix: Int) -> String? {
    let groups = text.split(separator: "_", omittingEmptySubsequences: false)
    let areDigits = groups.allSatisfy { group in
      !group.isEmpty
        && group.allSatisfy { $0.isASCII && $0.hexDigitValue.map { $0 < radix } == true }
    }
    return areDigits ? groups.joined() : nil
  }

  // MARK: Days and times

  private static func moment(_ word: String) -> String? {
    guard word.utf8.count >= 8 else { return nil }
    let bytes = Array(word.utf8)
    if bytes[2] == UInt8(ascii: ":") { return isTime(bytes[...], hasOffset: false) ? word : nil }
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"),
      CalendarDate(iso: word.prefix(10)) != nil
    else { return nil }
    guard bytes.count > 10 else { return word }
    guard [UInt8(ascii: "T"), UInt8(ascii: "t"), 0x20].contains(bytes[10]),
      isTime(bytes[11...], hasOffset: true)
    else { return nil }
    return word.prefix(10) + "T" + word.dropFirst(11).uppercased()
  }

  /// Whether a text is `07:32:00`, with parts of a second, and an offset where it may have one.
  private static func isTime(_ text: ArraySlice<UInt8>, hasOffset: Bool) -> Bool {
    guard let hour = twoDigits(text, at: 0, sign: nil), hour < 24,
      let minute = twoDigits(text, at: 3, sign: ":"), minute < 60,
      let second = twoDigits(text, at: 6, sign: ":"), second <= 60
    else { return false }
    var rest = text.dropFirst(8)
    if rest.first == UInt8(ascii: ".") {
      let parts = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard !parts.isEmpty else { return false }
      rest = rest.dropFirst(1 + parts.count)
    }
    if rest.isEmpty { return true }
    guard hasOffset else { return false }
    if rest.elementsEqual("Z".utf8) || rest.elementsEqual("z".utf8) { return true }
    guard rest.count == 6, rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-"),
      let hours = twoDigits(rest, at: 1, sign: nil), hours < 24,
      let minutes = twoDigits(rest, at: 4, sign: ":"), minutes < 60
    else { return false }
    return true
  }

  private static func twoDigits(
    _ text: ArraySlice<UInt8>, at offset: Int, sign: Unicode.Scalar?
  ) -> Int? {
    let digits = text.dropFirst(offset).prefix(2)
    guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    if let sign, text.dropFirst(offset - 1).first != UInt8(ascii: sign) { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
