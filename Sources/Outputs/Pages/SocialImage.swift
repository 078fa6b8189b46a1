import SiteGraph
import ContentModel
import Formats
package import Theming

/// The preview image of a sheet where its address is shared: its title, broken into lines that
/// fit, for a template of the theme that draws.
package struct SocialImage {
  /// The name of the file, beside the page of the sheet.
  package static let fileName = "apercu.png"
  /// The template that draws it, in SVG.
  package static let templateName = "social"

  /// The height of the letters, in pixels.
  package let size: Int
  package let lines: [String]

  /// How wide a line may be, in pixels of the 1,200 of the image.
  private static let width = 1_040.0
  private static let firstBaseline = 200

  /// Breaks a title: in large letters up to three lines, in smaller ones up to five; what does not
  /// fit is left out.
  package init(title: String) {
    let large = Self.broken(title, size: 68)
    if large.count <= 3 {
      (size, lines) = (68, large)
      return
    }
    var small = Self.broken(title, size: 50)
    if small.count > 5 {
      small = Array(small.prefix(5))
      small[4] += "…"
    }
    (size, lines) = (50, small)
  }

  /// What its template reads.
  package var values: [(String, TemplateValue)] {
    let lines = lines.enumerated().map { place, line -> TemplateValue in
      .object([
        "text": .text(line), "y": .number(Self.firstBaseline + place * size * 5 / 4),
      ])
    }
    return [("size", .number(size)), ("lines", .list(lines))]
  }

  /// Breaks a text between words, and a word that is wider than a line within it.
  private static func broken(_ text: String, size: Int) -> [String] {
    let most = width / Double(size)
    var lines: [String] = []
    var line = ""
    var length = 0.0
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let wordLength = word.reduce(0) { $0 + width(of: $1) }
      if !line.isEmpty, length + wordLength + 0.35 <= most {
        line += " " + word
        length += wordLength + 0.35
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, length) = ("", 0)
      for character in word {
        if length + width(of: character) > most {
          lines.append(line)
          (line, length) = ("", 0)
        }
        line.append(character)
        length += width(of: character)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// About how wide a bold letter of a sans serif is, as a share of its height.
  private static func width(of character: Character) -> Double {
    switch character {
    case "i", "j", "l", "t", "f", "r", "I", "’", "'", ".", ",", ":", "!", "(", ")", "-", "·",
      "\u{A0}", "\u{202F}":
      0.45
    case "m", "w", "M", "W", "œ", "Œ", "æ", "Æ", "—", "…", "%": 1.05
    case _ where character.isUppercase: 0.82
    case _ where character.isASCII || character.isLowercase: 0.7
    // Letters of other scripts may be as wide as they are high.
    default: 1.05
    }
  }
}

extension PageContext {
  /// Returns what the template of the image of a sheet reads.
  package mutating func socialImage(of index: Int) -> TemplateObject {
    let sheet = commons.sheets[index]
    let format = format(commons.language(of: index))
    let type = sheet.type == .page ? nil : format.label(sheet.type.label)
    return TemplateObject(
      [
        ("type", .optional(type)), ("title", .text(titles[index])),
        ("site", .text(format.typeset(commons.declared.configuration.title))),
      ] + SocialImage(title: titles[index]).values)
  }

  /// Returns the address of the image of a sheet, where it has one.
  func socialImageURL(of index: Int) -> TemplateValue {
    guard commons.declared.configuration.hasSocialImages, let baseURL else { return .none }
    return .text(baseURL.url(of: commons.addresses[index] + SocialImage.fileName))
  }
}
