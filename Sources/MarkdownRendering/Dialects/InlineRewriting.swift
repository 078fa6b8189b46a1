import TextEncoding

/// Marks inside a line that are written anew, as no extension of the parser could read them: notes among the
/// words, `^[a note]`; inserted text, `^^words^^`; keys, `++ctrl+c++`; roles of MyST, `` {ref}`x` ``; formulas
/// between `\(` and `\)`; links of Logseq, `[words]([[Page]])`; the size of an image,
/// `![x](p.png =300x200)`; values of tags, `<Link label={x}>`; names of places, `[](){#name}`.
struct InlineRewriting {
  /// The most bytes between two marks.
  private static let maxLength = 1_000

  let dialects: MarkdownOptions.Dialects
  /// The texts of the notes that were found among the words.
  private(set) var notes: [[UInt8]] = []
  /// The names of the places for links that were found.
  private(set) var places: [String] = []
  /// How many notes came before.
  private let noteCount: Int

  private let line: [UInt8]
  private var written: [UInt8] = []
  /// Where what is not written yet starts.
  private var start = 0
  private var index = 0
  /// Where the last bracket opens.
  private var bracket: Int?
  /// Up to where a mark was looked for in vain.
  private var fruitlessEnd: [String: Int] = [:]
  /// How many tags did not end, each of which was looked through.
  private var unreadTags = 0
  private static let maxUnreadTags = 8

  init(_ line: [UInt8], _ dialects: MarkdownOptions.Dialects, noteCount: Int) {
    (self.line, self.dialects, self.noteCount) = (line, dialects, noteCount)
  }

  /// What starts the names of notes among the words.
  static let noteName = "archipel-note-"

  /// Whether a text may hold such marks.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    hasPair("^", "[", in: text) || hasPair("^", "^", in: text)
      || hasPair("+", "+", in: text) || hasPair("}", "`", in: text) || hasPair("\\", "(", in: text)
      || hasPair("\\", "[", in: text)
      || hasPair("(", "[", in: text) || hasPair(" ", "=", in: text) || hasPair(" ", "^", in: text)
      || hasPair(")", "{", in: text) || hasPair("=", "{", in: text)
  }

  private static func hasPair(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // The rarer sign is looked for.
    let (first, second) = (UInt8(ascii: first), UInt8(ascii: second))
    let (rare, offset, other) = first == 0x20 ? (second, -1, first) : (first, 1, second)
    var start = 1
    while let found = DialectSigns.index(of: rare, in: text, from: start) {
      let place = found + offset
      if place >= 0, place < text.count, text[place] == other { return true }
      start = found + 1
    }
    return false
  }

  /// Returns the line written anew; nil when nothing changes.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  mutating func read() -> [UInt8]? {
    while index < line.count {
      switch line[index] {
      case UInt8(ascii: "`"): skipCode()
      case UInt8(ascii: "\\"): if !readFormula(), !readEscapedBrackets() { index += 2 }
      case UInt8(ascii: "^"): if !readNote(), !readInsertion() { index += 1 }
      case UInt8(ascii: "+"): if !readKeys() { index += 1 }
      case UInt8(ascii: "<"): if !readTag() { index += 1 }
      case UInt8(ascii: "{"): if !readRole() { index += 1 }
      case UInt8(ascii: "]"): if !readLink() { index += 1 }
      case UInt8(ascii: "["):
        if !readPlace() {
          bracket = index
          index += 1
        }
      default: index += 1
      }
    }
    return start == 0 ? nil : written + line[start...]
  }

  private mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
    written += line[start..<range.lowerBound]
    written += text
    (start, index) = (range.upperBound, range.upperBound)
  }

  /// Returns where bytes come next, near a place.
  private mutating func find(
    _ text: String, from place: Int, within length: Int = maxLength
  ) -> Int? {
    let limit = min(line.count, place + length)
    let start = max(place, fruitlessEnd[text] ?? 0)
    guard start < limit else { return nil }
    if let found = line[start..<limit].firstRange(of: text.utf8) { return found.lowerBound }
    fruitlessEnd[text] = max(start, limit - text.utf8.count + 1)
    return nil
  }

  private func has(_ text: String, at place: Int) -> Bool {
    place <= line.count && line[place...].starts(with: text.utf8)
  }

  private mutating func skipCode() {
    let sign = UInt8(ascii: "`")
    let count = line[index...].prefix { $0 == sign }.count
    var end = index + count
    let limit = min(line.count, end + Self.maxLength)
    index = end
    while end < limit {
      let run = line[end...].prefix { $0 == sign }.count
      if run == count {
        index = end + count
        return
      }
      end += max(1, run)
    }
  }

  /// Reads `\(a^2\)`; brackets that are escaped around words stay what they are.
  private mutating func readFormula() -> Bool {
    guard dialects.contains(.math), has("\\(", at: index), let end = find("\\)", from: index + 2),
      end > index + 2, Self.isFormula(line[(index + 2)..<end])
    else { return false }
    let formula = line[(index + 2)..<end]
    replace(index..<(end + 2), with: Array("$$".utf8) + formula + Array("$$".utf8))
    return true
  }

  /// Keeps the brackets of `\[\[words\]\]` apart, which are a text and open no wiki link: the parser shows
  /// them without their backslashes.
  private mutating func readEscapedBrackets() -> Bool {
    guard let second = ["\\[\\[", "\\[["].first(where: { has($0, at: index) })?.dropFirst(2) else {
      return false
    }
    replace(
      index..<(index + 2 + second.utf8.count),
      with: Array("\\[<!-- -->".utf8) + Array(second.utf8))
    return true
  }

  /// Whether what stands between escaped brackets is a formula, and no words that another tool escapes
  /// them around: `\([a link](page.md)\)`, `\(_in English_\)`.
  private static func isFormula(_ text: ArraySlice<UInt8>) -> Bool {
    if let first = text.first, first == text.last, first == 0x5F || first == 0x2A { return false }
    if ["](", "://"].contains(where: { text.firstRange(of: Array($0.utf8)) != nil }) {
      return false
    }
    let letters = text.filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x80 }
    return !text.contains(UInt8(ascii: "$"))
      && (letters.count == 1 || text.contains { "\\^_=+<>{".utf8.contains($0) })
  }

  /// Reads `^[a note]`.
  private mutating func readNote() -> Bool {
    guard dialects.contains(.marks), has("^[", at: index), index >= fruitlessEnd["^["] ?? 0 else {
      return false
    }
    var (depth, end) = (1, index + 2)
    let limit = min(line.count, end + Self.maxLength)
    while end < limit, depth > 0 {
      if line[end] == UInt8(ascii: "[") { depth += 1 }
      if line[end] == UInt8(ascii: "]") { depth -= 1 }
      end += 1
    }
    if depth > 0 { fruitlessEnd["^["] = limit }
    guard depth == 0, end - 1 > index + 2 else { return false }
    notes.append(Array(line[(index + 2)..<(end - 1)]))
    replace(index..<end, with: Array("[^\(Self.noteName)\(noteCount + notes.count)]".utf8))
    return true
  }

  /// Reads `^^words^^`, which Material for MkDocs shows as inserted.
  private mutating func readInsertion() -> Bool {
    let words = index + 2
    guard dialects.contains(.marks), has("^^", at: index), words < line.count,
      line[words] != 0x20, line[words] != UInt8(ascii: "^"),
      let end = find("^^", from: words), line[end - 1] != 0x20
    else { return false }
    replace(index..<(end + 2), with: Array("++".utf8) + line[words..<end] + Array("++".utf8))
    return true
  }

  /// Reads `++ctrl+c++`, the keys that Material for MkDocs shows.
  private mutating func readKeys() -> Bool {
    let first = index + 2
    guard dialects.contains(.marks), has("++", at: index), first < line.count,
      let end = find("++", from: first, within: 60), end > first
    else { return false }
    guard let keys = KeyNames.code(of: String(decoding: line[first..<end], as: UTF8.self)) else {
      return false
    }
    replace(index..<(end + 2), with: Array(keys.utf8))
    return true
  }

  /// Reads `` {ref}`x` `` and its like.
  private mutating func readRole() -> Bool {
    guard dialects.contains(.admonitions), let close = find("}`", from: index, within: 40),
      let end = find("`", from: close + 2), end > close + 2
    else { return false }
    let name = String(decoding: line[(index + 1)..<close], as: UTF8.self)
    let inside = String(decoding: line[(close + 2)..<end], as: UTF8.self)
    guard let text = Self.text(ofRole: name, inside) else { return false }
    replace(index..<(end + 1), with: Array(text.utf8))
    return true
  }

  /// Returns the Markdown of a role of MyST; nil for a role that no Markdown can show.
  private static func text(ofRole name: String, _ inside: String) -> String? {
    var (words, target) = (inside, inside)
    if inside.hasSuffix(">"), let open = inside.lastIndex(of: "<") {
      target = String(inside[open...].dropFirst().dropLast())
      words = String(inside[..<open].reversed().drop { $0 == " " }.reversed())
    }
    switch name {
    case "ref", "numref", "eq": return "[\(words)](#\(target))"
    case "doc":
      let page = target.hasPrefix("/") ? String(target.dropFirst()) : target
      return words == target ? "[[\(page)]]" : "[[\(page)|\(words)]]"
    case "download": return "[\(words)](<\(target)>)"
    case "math": return "$$\(inside)$$"
    case "term", "guilabel", "menuselection", "abbr": return words
    case "sub": return "~\(inside)~"
    case "sup": return "^\(inside)^"
    case "kbd", "file", "command", "code", "program", "samp", "option", "envvar", "literal":
      return "`\(inside)`"
    default: return nil
    }
  }

  /// Reads `<Link label={words} />` of MDX: without the values between braces it is a tag as others are.
  private mutating func readTag() -> Bool {
    guard dialects.contains(.admonitions), unreadTags < Self.maxUnreadTags,
      let equals = find("={", from: index),
      !line[(index + 1)..<equals].contains(UInt8(ascii: "<"))
    else { return false }
    let text = String(decoding: line[index...].prefix(Self.maxLength), as: UTF8.self)
    guard let tag = ElementTag(startOf: text) else {
      unreadTags += 1
      return false
    }
    let length = text.utf8.count - tag.rest.utf8.count
    guard length > equals - index else { return false }
    replace(index..<(index + length), with: Array(tag.opening.utf8))
    return true
  }

  /// Reads `[](){#name}`, which Material for MkDocs makes a place for links of.
  private mutating func readPlace() -> Bool {
    guard dialects.contains(.attributes), has("[](){", at: index),
      let close = find("}", from: index + 5, within: 80)
    else { return false }
    let inside = String(decoding: line[(index + 5)..<close], as: UTF8.self)
    guard let attributes = AttributeList.attributes(in: inside),
      let name = AttributeList.id(in: attributes),
      name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { return false }
    places.append(name)
    let mark = [DialectReader.placeMark]
    replace(index..<(close + 1), with: mark + Array(name.utf8) + mark)
    return true
  }

  /// Reads `[words]([[Page]])` and `![x](p.png =300x200)`, from their `]`.
  private mutating func readLink() -> Bool {
    guard let open = bracket, open >= start else { return false }
    let words = line[(open + 1)..<index]
    if has("]([[", at: index), let end = find("]])", from: index + 4, within: 300) {
      let page = line[(index + 4)..<end]
      replace(
        open..<(end + 3), with: Array("[[".utf8) + page + Array("|".utf8) + words + Array("]]".utf8)
      )
      return true
    }
    guard dialects.contains(.attributes), has("](", at: index), open > start,
      line[open - 1] == UInt8(ascii: "!"), let end = find(")", from: index + 2),
      let equals = line[(index + 2)..<end].lastIndex(of: UInt8(ascii: "=")),
      line[equals - 1] == 0x20
    else { return false }
    var size = String(decoding: line[(equals + 1)..<end], as: UTF8.self)
    if size.last == "x" { size = String(size.dropLast()) }
    guard ImageSize(size) != nil else { return false }
    let address = line[(index + 2)..<equals].reversed().drop { $0 == 0x20 }.reversed()
    replace(
      index..<(end + 1), with: Array("|\(size)](".utf8) + Array(address) + Array(")".utf8))
    return true
  }
}
