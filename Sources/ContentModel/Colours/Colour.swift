import Glibc
import TextEncoding

/// A colour of a screen, in sRGB.
public struct Colour: Sendable, Hashable {
  /// Its parts, from 0 to 255.
  public let red, green, blue: UInt8

  static let white = Colour(red: 255, green: 255, blue: 255)
  static let black = Colour(red: 0, green: 0, blue: 0)

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads a colour as style sheets write it, in three or six hexadecimal digits: `#0b4257`, `#fff`.
  init?(parsing text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 3 || digits.count == 6 else {
      return nil
    }
    var parts: [UInt8] = []
    for digit in digits {
      guard let value = Character(UnicodeScalar(digit)).hexDigitValue else { return nil }
      parts.append(UInt8(value))
    }
    self =
      parts.count == 3
      ? Colour(red: parts[0] * 17, green: parts[1] * 17, blue: parts[2] * 17)
      : Colour(
        red: parts[0] * 16 + parts[1], green: parts[2] * 16 + parts[3],
        blue: parts[4] * 16 + parts[5])
  }

  /// The colour as style sheets write it, in six digits.
  public var text: String { "#" + [red, green, blue].hexadecimal }

  /// Returns a colour on the way to another one: this one at 0, the other one at 1.
  func mixed(with other: Colour, _ share: Double) -> Colour {
    func part(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8((Double(from) + (Double(to) - Double(from)) * min(max(share, 0), 1)).rounded())
    }
    return Colour(
      red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
  }
}

// MARK: Contrast

extension Colour {
  /// How light it is, from 0 to 1 (WCAG 2.2, relative luminance).
  var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let part = Double(part) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Returns the contrast of text in this colour on another one, from 1 to 21 (WCAG 2.2).
  func contrast(on other: Colour) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// Returns the nearest colour, darker or lighter, that has a contrast with all of some others, or the
  /// one of black and white that comes closest to it.
  func readable(on backgrounds: [Colour], contrast least: Double) -> Colour {
    func worst(_ colour: Colour) -> Double {
      backgrounds.map { colour.contrast(on: $0) }.min() ?? 21
    }
    let end = worst(.black) >= worst(.white) ? Colour.black : .white
    for step in 0...Self.steps {
      let colour = mixed(with: end, Double(step) / Double(Self.steps))
      if worst(colour) >= least { return colour }
    }
    return end
  }

  private static let steps = 64
}
