import TextEncoding

/// Lines that say something to a tool, and nothing to readers: definitions, imports, includes, labels, the
/// place of a list of headings.
enum UnseenLine {
  private static let contentsMarks: Set<String> = [
    "[toc]", "[[toc]]", "[[_toc_]]", "${toc}", "* toc", "- toc", "1. toc", "{:toc}", "@[toc]",
    "{toc}",
  ]
  private static let tagEnds = [
    "{%": "%}", "{{": "}}", "{!": "!}", "{:": "}", "{#": "}", "{.": "}",
  ]

  /// Whether a line defines an address, a note or an abbreviation.
  static func isDefinition(_ line: String) -> Bool {
    guard line.hasPrefix("[") || line.hasPrefix("*["),
      let end = line.utf8.firstRange(of: "]:".utf8)
    else { return false }
    return !line[..<end.lowerBound].dropFirst(2).contains("[")
  }

  /// Whether a line starts a part of a program, as MDX has them.
  static func isModule(_ line: String) -> Bool {
    if line.hasPrefix("import ") {
      return line.hasPrefix("import {") || line.hasPrefix("import \"") || line.hasPrefix("import '")
        || line.contains(" from \"") || line.contains(" from '")
    }
    guard line.hasPrefix("export ") else { return false }
    return ["const ", "let ", "default ", "function ", "async "].contains {
      line.dropFirst("export ".count).hasPrefix($0)
    }
  }

  /// Whether a line may end a part of a program.
  static func endsModule(_ line: ArraySlice<UInt8>) -> Bool {
    line.last.map { ";'\"}".utf8.contains($0) } ?? false
  }

  /// Whether a line is a mark of another kind, or a rule.
  static func isUnseen(_ line: String) -> Bool {
    if contentsMarks.contains(line.lowercased()) || line.hasPrefix("--8<--") { return true }
    if line.hasPrefix("("), line.hasSuffix(")=") { return true }
    if tagEnds.contains(where: { line.hasPrefix($0) && line.hasSuffix($1) }) { return true }
    let signs = line.filter { $0 != " " }
    guard let first = signs.first, "-*_".contains(first) else { return false }
    return signs.count >= 3 && signs.allSatisfy { $0 == first }
  }
}
