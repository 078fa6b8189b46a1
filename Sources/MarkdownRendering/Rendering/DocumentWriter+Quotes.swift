import Diagnostics
import TextEncoding

extension DocumentWriter {
  mutating func enterQuote(_ node: SyntaxNode) {
    startLine()
    if options.additions, let marker = takeAlertMarker(of: node) {
      openAlerts.append(node)
      output.append("<div class=\"alerte alerte-")
      HTMLEscaping.append(marker, to: &output)
      output.append("\" role=\"note\">\n<p class=\"alerte-titre\">")
      HTMLEscaping.append(words.alertTitle(marker), to: &output)
      output.append("</p>\n")
    } else {
      output.append("<blockquote>\n")
    }
  }

  mutating func exitQuote(_ node: SyntaxNode) {
    startLine()
    if openAlerts.last == node {
      openAlerts.removeLast()
      output.append("</div>\n")
    } else {
      output.append("</blockquote>\n")
    }
  }

  /// Takes `[!NOTE]` off the start of a quotation, when it is alone on its line; returns it in
  /// lower case.
  private mutating func takeAlertMarker(of quote: SyntaxNode) -> String? {
    guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
      let first = paragraph.firstChild, first.kind == .text, first.literal.starts(with: "[!".utf8),
      first.next == nil || first.next?.kind == .softBreak || first.next?.kind == .lineBreak,
      first.literal.last == UInt8(ascii: "]")
    else { return nil }
    let name = String(decoding: first.literal.dropFirst(2).dropLast(), as: UTF8.self)
    let marker = name.lowercased()
    guard DocumentStrings.alertMarkers.contains(marker) else {
      let location = source.location(of: first.literal, notBeforeLine: quote.startLine)
      report(.unknownAlert(name, among: DocumentStrings.alertMarkers, at: location))
      return nil
    }
    first.next?.remove()
    first.remove()
    if paragraph.firstChild == nil { paragraph.remove() }
    return marker
  }
}
