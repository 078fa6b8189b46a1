import TextEncoding

extension DocumentWriter {
  mutating func enterTablePart(_ node: SyntaxNode, _ kind: SyntaxKind) {
    startLine()
    switch kind {
    case .table:
      tableHasBody = false
      tableAlignments = Array(node.columnAlignments)
      openTable()
    case .tableRow:
      cellIndex = 0
      reportCellsTooMany(in: node)
      openRow(isHeader: node.isHeaderRow)
    default:
      openCell(isHeader: node.parent?.isHeaderRow ?? false)
    }
  }

  mutating func exitTablePart(_ node: SyntaxNode, _ kind: SyntaxKind) {
    switch kind {
    case .table:
      if tableHasBody {
        startLine()
        output.append("</tbody>")
      }
      startLine()
      output.append(isWideTable ? "</table>\n</div>\n" : "</table>\n")
    case .tableRow:
      startLine()
      output.append("</tr>")
      if node.isHeaderRow { output.append("\n</thead>") }
    default:
      output.append(node.parent?.isHeaderRow ?? false ? "</th>" : "</td>")
      cellIndex += 1
      endPlainBlock()
    }
  }

  /// Whether a narrow screen may have to scroll the table.
  private var isWideTable: Bool { options.additions && tableAlignments.count > 2 }

  /// Opens a table; screen readers know it by the heading that it stands under, and the keyboard
  /// scrolls a wide one.
  private mutating func openTable() {
    guard options.additions else { return output.append("<table>") }
    var name: [UInt8] = []
    if let heading = document.headings.last {
      name.append("aria-labelledby=\"")
      name.append(contentsOf: heading.id.utf8)
    } else {
      name.append("aria-label=\"")
      name.append(contentsOf: words.table.utf8)
    }
    name.append("\">")
    if isWideTable {
      output.append("<div class=\"tableau\" role=\"group\" tabindex=\"0\" ")
      output.append(contentsOf: name)
      startLine()
    }
    output.append("<table ")
    output.append(contentsOf: name)
  }

  private mutating func openRow(isHeader: Bool) {
    if isHeader {
      output.append("<thead>\n")
    } else if !tableHasBody {
      output.append("<tbody>\n")
      tableHasBody = true
    }
    output.append("<tr>")
  }

  private mutating func openCell(isHeader: Bool) {
    output.append(isHeader ? "<th" : "<td")
    if isHeader, options.additions { output.append(" scope=\"col\"") }
    let alignment = cellIndex < tableAlignments.count ? tableAlignments[cellIndex] : 0
    switch (alignment, options.additions) {
    case (UInt8(ascii: "l"), false): output.append(" align=\"left\"")
    case (UInt8(ascii: "c"), false): output.append(" align=\"center\"")
    case (UInt8(ascii: "r"), false): output.append(" align=\"right\"")
    // HTML has no `align` any more, and the pages allow no inline style.
    case (UInt8(ascii: "c"), true): output.append(" class=\"centre\"")
    case (UInt8(ascii: "r"), true): output.append(" class=\"droite\"")
    default: break
    }
    output.append(">")
    cellStart = output.count
  }
}
