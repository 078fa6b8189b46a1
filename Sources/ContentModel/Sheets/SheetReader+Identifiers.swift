import Diagnostics
import YAMLParsing

/// The numbers and names by which tools for notes call a sheet, as `[[20230101120000]]`.
extension SheetReader {
  /// The keys of front matter that name a sheet.
  private static let keys: Set<String> = ["id", "uid", "zettel-id"]

  /// Returns what a sheet is called besides its title and its file: the `id` of its front matter, and the
  /// moment that its file is named after or that its text gives first, as Zettlr and others write it.
  ///
  /// - Complexity: O(*n*) in the length of the text, of which a twelfth is looked at.
  func identifiers(
    in mapping: YAMLMapping, _ name: SheetName, _ file: SheetFile, _ yaml: YAMLText
  ) -> [Sheet.Alias] {
    // A site with types of its own may use these words for its fields.
    guard types.count <= 1 else { return [] }
    let place = SourceLocation(path: yaml.path)
    var aliases: [Sheet.Alias] = []
    for entry in mapping {
      guard let key = entry.key.scalar?.string, Self.keys.contains(key.lowercased()),
        let written = entry.value.scalar?.string, Self.isName(written)
      else { continue }
      let location = yaml.location(of: entry.value.mark, length: entry.value.writtenLength)
      aliases.append(Sheet.Alias(path: written, location: location, isOfOtherTool: true))
    }
    let fileName: [UInt8] = name.id.split(separator: "/").last.map { Array($0.utf8) } ?? []
    if let moment = Moment.first(in: fileName[...]) ?? Moment.first(in: file.body) {
      aliases.append(Sheet.Alias(path: moment, location: place, isOfOtherTool: true))
    }
    return aliases
  }
}

/// A day and an hour in twelve or fourteen digits, `20230101120000`.
private enum Moment {
  private static let shortest = 12

  /// Returns the first one that a text gives, and does not link to.
  static func first(in text: ArraySlice<UInt8>) -> String? {
    var index = text.startIndex + shortest - 1
    while index < text.endIndex {
      guard isDigit(text[index]) else {
        index += shortest
        continue
      }
      var (start, end) = (index, index + 1)
      while start > text.startIndex, isDigit(text[start - 1]) { start -= 1 }
      while end < text.endIndex, isDigit(text[end]) { end += 1 }
      let digits = text[start..<end]
      if isMoment(digits), standsAlone(digits, in: text) {
        return String(decoding: digits, as: UTF8.self)
      }
      index = end + shortest
    }
    return nil
  }

  private static func isMoment(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == shortest || digits.count == 14 else { return false }
    func number(_ range: Range<Int>) -> Int {
      digits.dropFirst(range.lowerBound).prefix(range.count)
        .reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }
    return (1_900..<2_200).contains(number(0..<4)) && (1...12).contains(number(4..<6))
      && (1...31).contains(number(6..<8)) && number(8..<10) < 24 && number(10..<12) < 60
  }

  /// Whether digits are no part of a link, an address or a word.
  private static func standsAlone(
    _ digits: ArraySlice<UInt8>, in text: ArraySlice<UInt8>
  ) -> Bool {
    let before = digits.startIndex > text.startIndex ? text[digits.startIndex - 1] : 0x20
    let after = digits.endIndex < text.endIndex ? text[digits.endIndex] : 0x20
    return !"[/(=.&?".utf8.contains(before) && !isWord(before) && !isWord(after)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
