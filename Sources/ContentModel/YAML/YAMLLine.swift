import Diagnostics
import TextEncoding

/// A line of YAML, read on its own.
struct YAMLLine {
  private let scalars: ArraySlice<Unicode.Scalar>

  init(_ line: Substring.UnicodeScalarView) {
    scalars = Array(line.last == "\r" ? line.dropLast() : line)[...]
  }

  /// The indentation, of whatever kind of space.
  var indentation: ArraySlice<Unicode.Scalar> { scalars.prefix { $0.properties.isWhitespace } }

  /// Whether the line is empty, or a comment.
  var isSkipped: Bool {
    let content = scalars.dropFirst(indentation.count)
    return content.isEmpty || content.first == "#"
  }

  /// Whether the line is one that git leaves around two versions.
  var isConflictMark: Bool {
    ["<<<<<<< ", ">>>>>>> "].contains { scalars.starts(with: $0.unicodeScalars) }
      || scalars.elementsEqual("=======".unicodeScalars)
  }

  /// The line without its indentation and the hyphens of lists.
  private var entry: ArraySlice<Unicode.Scalar> {
    var rest = scalars.dropFirst(indentation.count)
    while rest.starts(with: "- ".unicodeScalars) {
      rest = rest.dropFirst().drop { $0 == " " }
    }
    return rest
  }

  /// The word that opens an entry, when a colon follows it.
  private var key: ArraySlice<Unicode.Scalar>? {
    let word = entry.prefix { $0.properties.isAlphabetic || $0.isDigit || $0 == "_" || $0 == "-" }
    guard word.first?.properties.isAlphabetic == true, entry.dropFirst(word.count).first == ":"
    else { return nil }
    return word
  }

  /// Whether the line starts an element of a list, or the value of a key.
  var isEntry: Bool {
    let content = scalars.dropFirst(indentation.count)
    if content.elementsEqual("-".unicodeScalars) || content.starts(with: "- ".unicodeScalars) {
      return true
    }
    return zip(content, content.dropFirst()).contains { $0 == ":" && $1 == " " }
      || content.last == ":"
  }

  /// What is wrong with the line itself, and the column where it is, from 1.
  var fault: (YAMLFault, column: Int)? {
    if isSkipped { return nil }
    if let index = indentation.firstIndex(of: "\t") { return (.tab, index + 1) }
    if let index = indentation.firstIndex(where: \.isNoBreakSpace) {
      return (.noBreakSpace, index + 1)
    }
    if let fault = bulletFault ?? spacedColonFault ?? equalsFault { return fault }
    guard let key else { return nil }
    let value = scalars[(key.endIndex + 1)...]
    guard let first = value.first, ![":", "/", "\\"].contains(first) else { return nil }
    if first.isNoBreakSpace { return (.noBreakSpace, value.startIndex + 1) }
    if [" ", "\t", "\r"].contains(first) {
      return valueFault(Self.text(key), value.drop { $0 == " " || $0 == "\t" })
    }
    return (.missingSpace(key: Self.text(key), value: Self.text(value)), value.startIndex + 1)
  }

  /// What is wrong with the sign that starts an element of a list.
  private var bulletFault: (YAMLFault, column: Int)? {
    guard let first = entry.first, let next = entry.dropFirst().first else { return nil }
    let column = entry.startIndex + 1
    if first == "-", next.isNoBreakSpace { return (.noBreakSpace, column + 1) }
    if first == "-", next.properties.isAlphabetic || next == "\"" { return (.gluedHyphen, column) }
    return "–—•·*".unicodeScalars.contains(first) && next.properties.isWhitespace
      ? (.wrongBullet(first), column) : nil
  }

  /// A no-break space around the colon of a key, as French typography has it.
  private var spacedColonFault: (YAMLFault, column: Int)? {
    let word = entry.prefix { !$0.properties.isWhitespace && $0 != ":" }
    let gap = entry.dropFirst(word.count).prefix { $0.properties.isWhitespace }
    let rest = entry[gap.endIndex...]
    guard word.first?.properties.isAlphabetic == true, !gap.isEmpty, rest.first == ":" else {
      return nil
    }
    if let index = gap.firstIndex(where: \.isNoBreakSpace) { return (.noBreakSpace, index + 1) }
    guard let next = rest.dropFirst().first, next.isNoBreakSpace else { return nil }
    return (.noBreakSpace, rest.startIndex + 2)
  }

  /// An equals sign after a key, as in TOML.
  private var equalsFault: (YAMLFault, column: Int)? {
    guard indentation.isEmpty else { return nil }
    let word = scalars.prefix { $0.properties.isAlphabetic || $0 == "_" }
    let rest = scalars.dropFirst(word.count).drop { $0 == " " }
    guard !word.isEmpty, rest.first == "=", rest.dropFirst().first != "=" else { return nil }
    let value = Self.text(rest.dropFirst())
    return (.equalsSign(key: Self.text(word), value: value), rest.startIndex + 1)
  }

  /// What is wrong with a value, the key being right.
  private func valueFault(
    _ key: String, _ value: ArraySlice<Unicode.Scalar>
  ) -> (YAMLFault, column: Int)? {
    guard let first = value.first else { return nil }
    let bare = YAMLFault.bareValue(key: key, value: Self.text(value))
    let start = value.startIndex + 1
    switch first {
    case "\"", "'":
      guard let end = Self.closing(first, of: value) else { return nil }
      let rest = value[(end + 1)...].drop { $0 == " " || $0 == "\t" }
      guard let next = rest.first, next != "#" else { return nil }
      return (.closedEarly(first, key: key, value: Self.text(value)), end + 1)
    case "[":
      guard let end = value.firstIndex(of: "]"), !value[..<end].dropFirst().contains("[") else {
        return nil
      }
      let rest = value[(end + 1)...].drop { $0 == " " }
      return rest.first?.properties.isAlphabetic == true ? (bare, start) : nil
    case "@", "`", "%": return (bare, start)
    case "*" where value.dropFirst().contains("*"): return (bare, start)
    case "&" where value.dropFirst().first == " ": return (bare, start)
    case ">" where value.dropFirst().first == " ", "|" where value.dropFirst().first == " ":
      return value.dropFirst(2).first.map { $0 != "#" } == true ? (bare, start) : nil
    default:
      guard !["{", "!", "&", "*", ">", "|", "?"].contains(first) else { return nil }
      let next = value.indices.dropFirst().first { index in
        value[index] == ":" && (index + 1 == value.endIndex || value[index + 1] == " ")
      }
      return next.map { (bare, $0 + 1) }
    }
  }

  /// Returns where a value closes the quote that it opens with.
  private static func closing(
    _ quote: Unicode.Scalar, of value: ArraySlice<Unicode.Scalar>
  ) -> Int? {
    var index = value.startIndex + 1
    while index < value.endIndex {
      if value[index] == "\\", quote == "\"" {
        index += 1
      } else if value[index] == quote {
        // A quote written twice is one inside the text.
        guard quote == "'", index + 1 < value.endIndex, value[index + 1] == "'" else {
          return index
        }
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Whether an entry starts at a place of the line, and nothing stands before it.
  func startsWithEntry(at place: SourcePosition) -> Bool {
    !isSkipped && key != nil && indentation.count == place.column - 1 && place.column > 1
  }

  /// The quote or the bracket that opens the value of the line and that nothing closes there, and its
  /// column, from 1.
  var unclosedValue: (Unicode.Scalar, column: Int)? {
    let value = key.map { scalars[($0.endIndex + 1)...].drop { $0 == " " } } ?? entry
    guard let opening = value.first, ["\"", "[", "{"].contains(opening) else { return nil }
    var quote: Unicode.Scalar?
    var depth = 0
    var isEscaped = false
    for scalar in value {
      switch scalar {
      case "\"" where !isEscaped && quote != "'", "'" where quote != "\"" && opening != "\"":
        quote = quote == nil ? scalar : nil
      case "[" where quote == nil, "{" where quote == nil: depth += 1
      case "]" where quote == nil, "}" where quote == nil: depth -= 1
      default: break
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    let isOpen = opening == "\"" ? quote != nil : depth > 0
    return isOpen ? (opening, value.startIndex + 1) : nil
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text).trimmed
  }
}

extension Unicode.Scalar {
  /// Whether YAML takes the space for a letter.
  var isNoBreakSpace: Bool { properties.generalCategory == .spaceSeparator && self != " " }

  fileprivate var isDigit: Bool { properties.numericType == .decimal }
}
