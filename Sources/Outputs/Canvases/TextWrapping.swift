/// Cuts a text into lines by the widths that its letters have in common sans-serif fonts, none of them
/// underrated: a drawing cannot measure the font that a reader's printer has.
struct TextWrapping {
  let size: Int
  let isBold: Bool

  /// Returns the lines of a text; a word wider than the room is cut.
  func lines(of text: String, in room: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0.0
    let space = width(of: " ")
    for word in text.split(separator: " ") {
      var word = word
      var wide = width(of: word)
      if !line.isEmpty, length + space + wide <= Double(room) {
        line += " " + word
        length += space + wide
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while wide > Double(room), word.count > 1 {
        let head = prefix(of: word, in: room)
        lines.append(String(head))
        word = word.dropFirst(head.count)
        wide = width(of: word)
      }
      line = String(word)
      length = wide
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private func prefix(of word: Substring, in room: Int) -> Substring {
    var length = 0.0
    var count = 0
    for letter in word {
      length += width(of: letter)
      if length > Double(room) { break }
      count += 1
    }
    return word.prefix(max(count, 1))
  }

  private func width(of text: some StringProtocol) -> Double {
    text.reduce(0) { $0 + width(of: $1) }
  }

  private func width(of letter: Character) -> Double {
    let share: Double =
      switch letter {
      case "i", "j", "l", "t", "f", "I", ".", ",", ";", ":", "'", "’", "!", "|", "(", ")", " ",
        "\u{A0}", "\u{202F}":
        0.34
      case "m", "w", "M", "W", "…", "—", "@", "%": 0.95
      default: letter.isUppercase ? 0.74 : letter.isASCII || letter.isLetter ? 0.57 : 0.8
      }
    return share * Double(size) * (isBold ? 1.06 : 1)
  }
}
