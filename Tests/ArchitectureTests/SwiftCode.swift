/// What a Swift file declares and names, its comments and its texts left out.
struct SwiftCode {
  /// Every word of it.
  let words: Set<Substring>
  /// The types that stand in no other and that other files may name.
  let types: [Substring]
  /// The functions and properties of extensions that other files may name.
  let membersOfExtensions: [Substring]
  /// The names that it gives to anything: functions, properties, cases, parameters, locals.
  let declaredNames: Set<Substring>

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "static", "final", "indirect", "lazy", "mutating",
    "nonisolated", "consuming", "borrowing", "override",
  ]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor", "typealias",
  ]
  private static let introducers: Set<Substring> = ["func", "var", "let", "case", "inout", "for"]

  /// Reads a file as the style of the project lays it out: two columns a level.
  init(_ text: String) {
    var lines: [Substring] = []
    var isInText = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let (code, ends) = Self.code(in: line, startingInText: isInText)
      isInText = ends
      lines.append(code)
    }
    words = Set(lines.flatMap { Self.words(of: $0) })
    types = Self.types(in: lines)
    membersOfExtensions = Self.membersOfExtensions(in: lines)
    declaredNames = Self.declaredNames(in: lines)
  }

  /// Returns a line without comment and texts, and whether it ends in a text of several lines.
  private static func code(
    in line: Substring, startingInText startsInText: Bool
  ) -> (code: Substring, endsInText: Bool) {
    let bytes = Array(line.utf8)
    let (quote, slash) = (UInt8(ascii: "\""), UInt8(ascii: "/"))
    var (code, index, isInText): ([UInt8], Int, Bool) = ([], 0, startsInText)
    while index < bytes.count {
      let rest = bytes[index...]
      if rest.starts(with: [quote, quote, quote]) {
        isInText.toggle()
        index += 3
      } else if isInText {
        index += 1
      } else if rest.starts(with: [slash, slash]) {
        break
      } else if bytes[index] == quote {
        index += 1
        while index < bytes.count, bytes[index] != quote {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index += 1
      } else {
        code.append(bytes[index])
        index += 1
      }
    }
    return (Substring(decoding: code, as: UTF8.self), isInText)
  }

  /// Returns the types that stand in no other.
  private static func types(in lines: [Substring]) -> [Substring] {
    lines.compactMap { line in
      guard line.first?.isWhitespace == false else { return nil }
      let words = withoutModifiers(line)
      guard let kind = words.first, kinds.contains(kind) else { return nil }
      return words.dropFirst().first
    }
  }

  private static func membersOfExtensions(in lines: [Substring]) -> [Substring] {
    var members: [Substring] = []
    var isInExtension = false
    for line in lines {
      if line.first == "}" { isInExtension = false }
      if line.first?.isWhitespace == false, withoutModifiers(line).first == "extension" {
        isInExtension = true
      }
      guard isInExtension, line.hasPrefix("  "), line.dropFirst(2).first != " " else { continue }
      let words = withoutModifiers(line)
      if let first = words.first, ["func", "var", "let"].contains(first) {
        members += words.dropFirst().prefix(1)
      }
    }
    return members
  }

  private static func declaredNames(in lines: [Substring]) -> Set<Substring> {
    var names: Set<Substring> = []
    for line in lines {
      let words = words(of: line)
      for (index, word) in words.enumerated() {
        let next = line[word.endIndex...]
        let isLabel = next.hasPrefix(":") || next.hasPrefix(" in ") || next == " in"
        if isLabel || (index > 0 && introducers.contains(words[index - 1])) { names.insert(word) }
        if word == "let" || word == "var", next.hasPrefix(" (") {
          names.formUnion(Self.words(of: next.prefix { $0 != ")" }))
        }
      }
    }
    return names
  }

  private static func withoutModifiers(_ line: Substring) -> ArraySlice<Substring> {
    // What is private is no other file's; what others may read and not set is theirs too.
    let line = line.replacing(/private\(set\)|@\w+(\([^)]*\))?/, with: "")
    return words(of: line).drop { modifiers.contains($0) }
  }

  private static func words(of line: Substring) -> [Substring] {
    line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
  }
}
