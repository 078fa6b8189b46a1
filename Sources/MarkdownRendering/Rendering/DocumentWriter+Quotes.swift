import Diagnostics
import TextEncoding

extension DocumentWriter {
  mutating func enterQuote(_ node: SyntaxNode) {
    startLine()
    guard options.additions, let mark = alertMark(of: node), let type = type(of: mark, in: node)
    else {
      output.append("<blockquote>\n")
      return
    }
    let isFolded = mark.folding != .none
    openAlerts.append((node, isFolded))
    output.append(isFolded ? "<details class=\"alerte alerte-" : "<div class=\"alerte alerte-")
    HTMLEscaping.append(type.marker, to: &output)
    switch mark.folding {
    case .none: output.append("\" role=\"note\">\n")
    case .closed: output.append("\">\n")
    case .open: output.append("\" open>\n")
    }
    writeTitle(of: node, mark, default: type.title)
  }

  mutating func exitQuote(_ node: SyntaxNode) {
    startLine()
    if let alert = openAlerts.last, alert.node == node {
      openAlerts.removeLast()
      output.append(alert.isFolded ? "</details>\n" : "</div>\n")
    } else {
      output.append("</blockquote>\n")
    }
  }

  /// Returns the mark that starts a quotation; without other tools' syntax, `[!NOTE]` alone on its line.
  private func alertMark(of quote: SyntaxNode) -> AlertMark? {
    guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
      let first = paragraph.firstChild, first.kind == .text,
      let mark = AlertMark(startOf: first.literal)
    else { return nil }
    if options.dialects.contains(.admonitions) { return mark }
    let isAlone = first.next.map { $0.kind == .softBreak || $0.kind == .lineBreak } ?? true
    return isAlone && mark.length == first.literal.count && mark.folding == .none ? mark : nil
  }

  /// Returns the type of an alert; reports one that no tool knows, which is shown as a note.
  private mutating func type(of mark: AlertMark, in quote: SyntaxNode) -> AlertType? {
    let readsAll = options.dialects.contains(.admonitions)
    if readsAll || DocumentStrings.alertMarkers.contains(mark.type.lowercased()),
      let type = AlertType(named: mark.type, words)
    {
      return type
    }
    var needle = "[!\(mark.type)]"
    let location = needle.withUTF8 {
      source.location(of: $0, notBeforeLine: quote.startLine)
    }
    report(
      .unknownAlert(
        mark.type, among: DocumentStrings.alertMarkers,
        at: location))
    let name = mark.type.prefix(1).uppercased() + mark.type.dropFirst()
    return readsAll ? AlertType(marker: "note", title: name) : nil
  }

  /// Takes the first line off a quotation and writes its title, or that of its type.
  private mutating func writeTitle(of quote: SyntaxNode, _ mark: AlertMark, default title: String) {
    guard let paragraph = quote.firstChild, let first = paragraph.firstChild else { return }
    let rest = String(decoding: first.literal[mark.length...], as: UTF8.self)
    let isUntitled = rest.utf8.first == AlertMark.untitled && mark.folding == .none
    first.replaceLiteral(with: rest.utf8.first == AlertMark.untitled ? "" : rest)
    output.append(
      isUntitled
        ? ""
        : mark.folding == .none ? "<p class=\"alerte-titre\">" : "<summary class=\"alerte-titre\">")
    let isTyped =
      !rest.isEmpty || first.next.map { $0.kind != .softBreak && $0.kind != .lineBreak } ?? false
    if !isTyped { HTMLEscaping.append(title, to: &output) }
    while let node = paragraph.firstChild, node.kind != .softBreak, node.kind != .lineBreak {
      if isTyped { walk(node) }
      node.remove()
    }
    typesetter.reset()
    endPlainBlock()
    output.append(isUntitled ? "" : mark.folding == .none ? "</p>\n" : "</summary>\n")
    paragraph.firstChild?.remove()
    if paragraph.firstChild == nil { paragraph.remove() }
  }
}
