public import Diagnostics

/// A number of bytes, as people write it: `60 ko`, `1,5 MB`, `512`.
public struct ByteCount: Sendable, Hashable {
  /// The number of bytes.
  public let value: Int

  /// Creates a number of bytes.
  public init(_ value: Int) { self.value = value }

  /// Reads a number with its unit, or of bytes; a thousand bytes make a kilobyte.
  init?(parsing text: String) {
    let unit = text.reversed().prefix { $0.isLetter }.reversed()
    let digits = text.dropLast(unit.count).reversed().drop(while: \.isWhitespace).reversed()
    guard let number = NumberText.number(String(digits)),
      let factor = Self.factors[String(unit).lowercased()],
      let value = Int(exactly: (number * Double(factor)).rounded()),
      (0...Self.largest).contains(value)
    else { return nil }
    self.value = value
  }

  /// More than any page: what is read stays far from what an integer can hold.
  private static let largest = 1_000_000_000_000

  private static let factors = [
    "": 1, "o": 1, "b": 1, "octets": 1, "bytes": 1, "ko": 1_000, "kb": 1_000, "mo": 1_000_000,
    "mb": 1_000_000,
  ]

  /// The number in a unit that suits it, with one decimal: `62,3 ko`, `62.3 kB`.
  public var text: LocalizedText {
    let (unit, french, english) =
      value < 1_000_000 ? (1_000, "ko", "kB") : (1_000_000, "Mo", "MB")
    let tenths = (value * 10 + unit / 2) / unit
    let decimals = tenths % 10 == 0 ? "" : "\(tenths % 10)"
    func joined(_ separator: String) -> String {
      "\(tenths / 10)" + (decimals.isEmpty ? "" : separator + decimals)
    }
    return LocalizedText(
      fr: "\(joined(","))\u{00A0}\(french)", en: "\(joined("."))\u{00A0}\(english)")
  }
}
