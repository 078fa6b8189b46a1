import TextEncoding

/// The content under a heading, or after a label, as a field may take it.
struct FoundContent {
  /// Paragraphs, with their inline Markdown.
  private(set) var paragraphs: [String] = []
  /// The elements of lists.
  private(set) var items: [String] = []
  /// The rows of a table, the first with its titles.
  private(set) var rows: [[String]] = []
  /// Whether something else is there: code, a picture, a heading, a quotation.
  private(set) var isMixed = false

  init(_ text: String) { paragraphs = text.trimmed.isEmpty ? [] : [text.trimmed] }

  init(lines: ArraySlice<String>) {
    var opensParagraph = true
    for line in lines {
      let text = line.trimmed
      if text.isEmpty {
        opensParagraph = true
      } else if let match = line.wholeMatch(of: /[ ]{0,3}(?:[-*+]|[0-9]{1,9}[.)])[ ]+(.*)/) {
        items.append(String(match.1).trimmed)
        opensParagraph = false
      } else if text.hasPrefix("|") {
        let cells = Self.cells(text)
        if !cells.allSatisfy({ $0.wholeMatch(of: /:?-+:?/) != nil }) { rows.append(cells) }
        opensParagraph = true
      } else if ["#", ">", "```", "~~~", "![", "<", ":::", "!!!"].contains(where: text.hasPrefix) {
        isMixed = true
      } else if line.hasPrefix("  "), !items.isEmpty, paragraphs.isEmpty, rows.isEmpty {
        guard text.wholeMatch(of: /(?:[-*+]|[0-9]{1,9}[.)])[ ]+.*/) == nil else {
          isMixed = true
          continue
        }
        items[items.count - 1] += (opensParagraph ? "\n\n" : " ") + text
        opensParagraph = false
      } else if opensParagraph || paragraphs.isEmpty {
        paragraphs.append(text)
        opensParagraph = false
      } else {
        paragraphs[paragraphs.count - 1] += " " + text
      }
    }
    let kinds = [!paragraphs.isEmpty, !items.isEmpty, !rows.isEmpty].count { $0 }
    if kinds > 1 { isMixed = true }
  }

  /// The cells of a line of a table.
  static func cells(_ line: String) -> [String] {
    var (cells, cell, isEscaped) = ([String](), "", false)
    for character in line.trimmed.dropFirst() {
      if isEscaped {
        cell += character == "|" ? "|" : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(cell.trimmed)
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cell.trimmed.isEmpty ? cells : cells + [cell.trimmed]
  }
}
