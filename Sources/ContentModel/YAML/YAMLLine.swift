/// A line of YAML, read on its own.
struct YAMLLine {
  private let scalars: ArraySlice<Unicode.Scalar>

  init(_ line: Substring.UnicodeScalarView) {
    scalars = Array(line.last == "\r" ? line.dropLast() : line)[...]
  }

  /// What stands before the first sign, of whatever kind of space.
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
    if entry.first == "-", let space = entry.dropFirst().first, space.isNoBreakSpace {
      return (.noBreakSpace, entry.startIndex + 2)
    }
    guard let key else { return nil }
    let value = scalars[(key.endIndex + 1)...]
    guard let first = value.first, ![" ", "\t", "\r", ":", "/", "\\"].contains(first) else {
      return nil
    }
    if first.isNoBreakSpace { return (.noBreakSpace, value.startIndex + 1) }
    return (.missingSpace(key: Self.text(key), value: Self.text(value)), value.startIndex + 1)
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
