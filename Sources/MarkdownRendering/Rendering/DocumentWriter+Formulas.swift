import Diagnostics
import TextEncoding

/// Formulas, which are shown as they are typed: neither their backslashes nor their stars are Markdown.
extension DocumentWriter {
  mutating func writeFormula(_ node: SyntaxNode) {
    let formula = node.literal
    reportOnce(.formula) { writer in
      writer.source.location(of: formula, notBeforeLine: node.startLine)
    }
    output.append("<span class=\"math\">")
    HTMLEscaping.append(formula, to: &output)
    output.append("</span>")
    plain.append(contentsOf: formula)
    typesetter.noteObject()
  }

  mutating func writeFormulaBlock(_ node: SyntaxNode) {
    let formula = node.literal
    reportOnce(.formula) { writer in
      writer.source.location(line: node.startLine, column: node.startColumn)
    }
    output.append("<div class=\"math\">")
    HTMLEscaping.append(formula, to: &output)
    output.append("</div>\n")
    plain.append(contentsOf: formula)
    endPlainBlock()
  }
}
