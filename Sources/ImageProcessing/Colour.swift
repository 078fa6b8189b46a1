import TextEncoding

/// A colour of a screen.
public struct Colour: Sendable, Hashable, CustomStringConvertible {
  /// How much red, 0 to 255.
  public let red: UInt8
  /// How much green, 0 to 255.
  public let green: UInt8
  /// How much blue, 0 to 255.
  public let blue: UInt8

  /// Creates a colour.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// The colour as style sheets write it, `#1f6f8b`.
  public var description: String {
    "#" + [red, green, blue].hexadecimal
  }
}
