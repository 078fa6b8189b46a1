/// A table whose cells are drawn with `+`, `-` and `|`, as Pandoc and reStructuredText write it.
///
///     +------+------+
///     | Qui  | Quoi |
///     +======+======+
///     | Nous | Lire |
///     +------+------+
struct GridTable {
  /// A row of cells, and the line that it starts on.
  private struct Row {
    let line: Int
    var cells: [[String]]
  }

  /// Where the columns end, in scalars, from that of the first sign.
  private let edges: [Int]
  private var alignments: [String]
  private var rows: [Row] = []
  private var isOpen = false
  /// How many rows are of the header; nil without one.
  private var headerRows: Int?

  /// Reads the line that opens a table; nil for another line.
  init?(opening line: String) {
    let signs = Array(line.unicodeScalars)
    guard signs.count > 4, Self.isRule(signs) else { return nil }
    edges = signs.indices.filter { signs[$0] == "+" }
    alignments = Self.alignments(of: signs, edges)
  }

  /// Reads one more line; returns whether the table can hold it.
  ///
  /// Cells that span rows or columns are none that Markdown has.
  mutating func read(_ line: String, at place: Int) -> Bool {
    let signs = Array(line.unicodeScalars)
    if signs.first == "+" {
      guard Self.isRule(signs), edges == signs.indices.filter({ signs[$0] == "+" }) else {
        return false
      }
      isOpen = false
      if signs.contains("="), headerRows == nil {
        headerRows = rows.count
        alignments = Self.alignments(of: signs, edges)
      }
      return true
    }
    guard let cells = cells(of: signs) else { return false }
    if !isOpen { rows.append(Row(line: place, cells: edges.dropLast().map { _ in [] })) }
    isOpen = true
    for (column, cell) in cells.enumerated() {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: cell)
      rows[rows.count - 1].cells[column].append(String(text))
    }
    return true
  }

  /// Returns the cells of a line: what is between the edges, or else between the bars, as signs that are
  /// two columns wide move the edges.
  private func cells(of signs: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>]? {
    guard let last = edges.last, signs.count > 1, signs.first == "|", signs.last == "|" else {
      return nil
    }
    if signs.count == last + 1, edges.allSatisfy({ signs[$0] == "|" }) {
      return zip(edges, edges.dropFirst()).map { signs[($0 + 1)..<$1] }
    }
    let cells = signs[1..<(signs.count - 1)].split(
      separator: "|", omittingEmptySubsequences: false)
    let spansRows = zip(signs, signs.dropFirst()).contains { $0 == "+" && $1 == "-" }
    return cells.count == edges.count - 1 && !spansRows ? cells : nil
  }

  /// Whether the last line that was read ends the table.
  var isWhole: Bool { !rows.isEmpty && !isOpen }

  /// The lines of the table as GitHub writes it, and those that they come from.
  var lines: [(text: String, line: Int)] {
    guard let first = rows.first else { return [] }
    let rule = "|" + alignments.joined(separator: "|") + "|"
    let header = headerRows ?? 0
    var lines: [(text: String, line: Int)] = []
    if header == 0 {
      lines.append(("|" + alignments.map { _ in " |" }.joined(), first.line))
    } else {
      var joined = first
      for row in rows[1..<header] {
        for column in joined.cells.indices { joined.cells[column] += row.cells[column] }
      }
      lines.append((Self.written(joined), first.line))
    }
    lines.append((rule, first.line))
    return lines + rows[header...].map { (Self.written($0), $0.line) }
  }

  private static func written(_ row: Row) -> String {
    "|" + row.cells.map { " " + text(of: $0) + " |" }.joined()
  }

  /// Returns the text of a cell on one line: what starts a paragraph or an item breaks it.
  private static func text(of lines: [String]) -> String {
    var text = ""
    var isParagraphEnd = false
    for line in lines {
      let words = line.split(separator: " ").joined(separator: " ")
      if words.isEmpty {
        isParagraphEnd = true
        continue
      }
      let isItem = ["- ", "* ", "+ "].contains(where: words.hasPrefix)
      if !text.isEmpty { text += isItem || isParagraphEnd ? "<br>" : " " }
      text += isItem ? "• " + words.dropFirst(2) : words
      isParagraphEnd = false
    }
    return text.replacing("\\|", with: "|").replacing("|", with: "\\|")
  }

  private static func isRule(_ signs: [Unicode.Scalar]) -> Bool {
    signs.first == "+" && signs.last == "+"
      && signs.allSatisfy { $0 == "+" || $0 == "-" || $0 == "=" || $0 == ":" }
      && zip(signs, signs.dropFirst()).allSatisfy { $0 != "+" || $1 != "+" }
  }

  private static func alignments(of signs: [Unicode.Scalar], _ edges: [Int]) -> [String] {
    zip(edges, edges.dropFirst()).map { start, end in
      switch (signs[start + 1] == ":", signs[end - 1] == ":") {
      case (true, true): ":-:"
      case (true, false): ":-"
      case (false, true): "-:"
      case (false, false): "-"
      }
    }
  }
}
