/// A line of Markdown as readers see it, for where nothing but text can be shown: titles.
///
/// Emphasis, code, links, formulas, escapes, character references, signs by their name, and in headings
/// tags and comments, leave their words. The page itself shows what libcmark-gfm reads; here a line is
/// read by the same marks, and what is none stays.
public struct InlineText {
  /// Longer lines are no titles: they stay as they are typed.
  private static let maxLength = 1_000

  let scalars: [Unicode.Scalar]
  /// Whether the line is Markdown for sure.
  ///
  /// In front matter, what could be plain text stays: tags, underscores, marks inside words.
  private let isHeading: Bool
  private var pieces: [Piece] = []

  private enum Piece {
    case text(String.UnicodeScalarView)
    case marks(Unicode.Scalar, count: Int)
  }

  /// Returns the words of a heading, without its attributes in braces.
  public static func words(ofHeading line: String) -> String {
    words(of: line, isHeading: true)
  }

  /// Returns the words of a title or a summary in front matter.
  public static func words(ofTitle line: String) -> String {
    words(of: line, isHeading: false)
  }

  private static func words(of line: String, isHeading: Bool) -> String {
    guard line.utf8.count <= maxLength, mayHoldMarks(line) else { return line }
    var text = InlineText(scalars: Array(line.unicodeScalars), isHeading: isHeading)
    return text.read().trimmed
  }

  /// Whether a line may hold marks of Markdown; most titles and summaries hold none.
  private static func mayHoldMarks(_ line: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
        UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: "~"), UInt8(ascii: "&"),
        UInt8(ascii: "$"), UInt8(ascii: "^"):
        return true
      case UInt8(ascii: "="), UInt8(ascii: "+"):
        if previous == byte || previous == UInt8(ascii: ":") { return true }
      case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"):
        if previous == UInt8(ascii: ":") { return true }
      default: break
      }
      previous = byte
    }
    return false
  }

  private init(scalars: [Unicode.Scalar], isHeading: Bool) {
    self.scalars = scalars
    self.isHeading = isHeading
  }

  private mutating func read() -> String {
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "\\" where Self.isPunctuation(next):
        add([next])
        index += 2
      case "`": index = readCode(at: index)
      case "<" where isHeading: index = readTag(at: index)
      case "!" where next == "[":
        index = readLink(at: index + 1) ?? addOne(at: index)
      case "[": index = readLink(at: index) ?? addOne(at: index)
      case "&": index = readReference(at: index) ?? addOne(at: index)
      case ":": index = readSignName(at: index) ?? addOne(at: index)
      case "$": index = readFormula(at: index) ?? addOne(at: index)
      case "=", "+": index = readPair(at: index) ?? addRun(at: index)
      case "^": index = readShift(at: index) ?? addOne(at: index)
      case "~" where runLength(at: index) == 1:
        index = readShift(at: index) ?? addOne(at: index)
      case "*", "_", "~": index = readMarks(at: index)
      default: index = addOne(at: index)
      }
    }
    var words = String.UnicodeScalarView()
    for piece in pieces {
      switch piece {
      case .text(let text): words.append(contentsOf: text)
      case .marks(let mark, let count):
        words.append(contentsOf: Array(repeating: mark, count: count))
      }
    }
    return String(words)
  }

  mutating func add(_ scalars: some Sequence<Unicode.Scalar>) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    pieces.append(.text(text))
  }

  private mutating func addOne(at index: Int) -> Int {
    add([scalars[index]])
    return index + 1
  }

  private mutating func addRun(at index: Int) -> Int {
    let end = index + runLength(at: index)
    add(scalars[index..<end])
    return end
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  // MARK: Code, tags, links

  private mutating func readCode(at start: Int) -> Int {
    let count = runLength(at: start)
    var index = start + count
    while index < scalars.count {
      guard scalars[index] == "`" else {
        index += 1
        continue
      }
      let closing = runLength(at: index)
      if closing == count {
        add(
          String(String.UnicodeScalarView(scalars[(start + count)..<index])).trimmed.unicodeScalars)
        return index + closing
      }
      index += closing
    }
    add(scalars[start..<(start + count)])
    return start + count
  }

  private mutating func readTag(at start: Int) -> Int {
    let rest = scalars[start...]
    if rest.starts(with: "<!--".unicodeScalars) {
      let end = find("-->", from: start + 2)
      return end ?? scalars.count
    }
    let name = rest.dropFirst().first == "/" ? rest.dropFirst(2) : rest.dropFirst()
    guard name.first?.properties.isAlphabetic == true, let end = rest.firstIndex(of: ">"),
      !rest.dropFirst()[..<end].contains("<")
    else { return addOne(at: start) }
    let inside = String(String.UnicodeScalarView(scalars[(start + 1)..<end]))
    if inside.contains("://") || inside.contains("@") {
      add(inside.unicodeScalars)
    } else if inside.lowercased().hasPrefix("br") {
      add([" "])
    }
    return end + 1
  }

  /// Reads `[text](address)`, `[[page|text]]` and the call of a note; nil where none starts.
  private mutating func readLink(at start: Int) -> Int? {
    guard let close = closing("]", of: "[", at: start) else { return nil }
    let inside = scalars[(start + 1)..<close]
    let next = close + 1 < scalars.count ? scalars[close + 1] : " "
    if inside.first == "[", inside.last == "]" {
      let words = inside.dropFirst().dropLast()
      add(words.lastIndex(of: "|").map { words[($0 + 1)...] } ?? words)
      return close + 1
    }
    if isHeading, inside.first == "^" { return close + 1 }
    guard next == "(", let end = closing(")", of: "(", at: close + 1) else { return nil }
    let label = String(String.UnicodeScalarView(inside))
    addWords(of: label)
    return end + 1
  }

  /// Adds what a part of the line says.
  mutating func addWords(of part: String) {
    add(Self.words(of: part, isHeading: isHeading).unicodeScalars)
  }

  private func closing(
    _ close: Unicode.Scalar, of open: Unicode.Scalar, at start: Int
  ) -> Int? {
    var depth = 0
    var index = start
    while index < scalars.count {
      switch scalars[index] {
      case "\\": index += 1
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  private func find(_ mark: String, from start: Int) -> Int? {
    let mark = Array(mark.unicodeScalars)
    guard start <= scalars.count - mark.count else { return nil }
    return (start...(scalars.count - mark.count)).first {
      scalars[$0..<($0 + mark.count)].elementsEqual(mark)
    }.map { $0 + mark.count }
  }

  // MARK: Emphasis

  func runLength(at start: Int) -> Int {
    scalars[start...].prefix { $0 == scalars[start] }.count
  }

  private mutating func readMarks(at start: Int) -> Int {
    let mark = scalars[start]
    let count = runLength(at: start)
    let end = start + count
    let before = start > 0 ? scalars[start - 1] : " "
    let after = end < scalars.count ? scalars[end] : " "
    let isRead = isHeading ? mark != "~" || count == 2 : mark == "*"
    guard isRead else {
      add(scalars[start..<end])
      return end
    }
    let isBetweenWords = isHeading && mark != "_"
    let isOutside = { (scalar: Unicode.Scalar) in
      !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
    }
    let opens = !after.properties.isWhitespace && (isBetweenWords || isOutside(before))
    let closes = !before.properties.isWhitespace && (isBetweenWords || isOutside(after))
    var left = count
    if closes { left = close(mark, count) }
    if left > 0, opens {
      pieces.append(.marks(mark, count: left))
    } else {
      add(Array(repeating: mark, count: left))
    }
    return end
  }

  /// Takes the marks away that these close; returns how many of these are left.
  private mutating func close(_ mark: Unicode.Scalar, _ count: Int) -> Int {
    var left = count
    var index = pieces.count - 1
    while index >= 0, left > 0 {
      if case .marks(mark, let opened) = pieces[index], opened > 0 {
        let used = min(opened, left)
        pieces[index] = .marks(mark, count: opened - used)
        left -= used
      }
      index -= 1
    }
    return left
  }
}
