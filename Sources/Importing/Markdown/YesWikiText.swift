import Diagnostics
import TextEncoding

/// Turns the text of a page of YesWiki into Markdown.
///
/// Source: yeswiki.net, « Les règles de formatage ». What is an action, `{{action …}}`, is left to
/// ``ToolSyntax``
/// but for attached pictures and buttons.
enum YesWikiText {
  /// Whether a text is written in it.
  static func isWritten(in text: String) -> Bool {
    text.contains(/(?m)^={2,6}[^=\n]+={2,6}\s*$/) || text.contains("{{attach ")
      || text.contains(/""<[^"]*""/)
  }

  static func markdown(of text: String) -> String {
    var isCode = false
    return text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map { line in
      if line.trimmed == "%%" || (line.hasPrefix("%%") && line.ranges(of: "%%").count == 1) {
        isCode.toggle()
        return "```"
      }
      return isCode ? String(line) : Self.line(String(line))
    }.joined(separator: "\n")
  }

  private static func line(_ line: String) -> String {
    guard line.utf8.count <= ToolSyntax.maxLine else { return line }
    // Six signs are the first level.
    if let match = line.trimmed.wholeMatch(of: /(={2,6})\s*([^=].*?)\s*=+/) {
      return String(repeating: "#", count: 7 - match.1.count) + " " + inline(String(match.2))
    }
    if line.trimmed.wholeMatch(of: /-{4,}/) != nil { return "---" }
    if let match = line.wholeMatch(of: /([ \t]+)(-|\*|[0-9]+\)|[a-z]\))\s+(.*)/) {
      let depth = match.1.contains("\t") ? match.1.count : max(1, match.1.count)
      let mark = match.2 == "-" || match.2 == "*" ? "-" : "1."
      return String(repeating: "    ", count: max(0, depth - 1)) + mark + " "
        + inline(String(match.3))
    }
    return inline(line)
  }

  private static func inline(_ text: String) -> String {
    var text = text.replacing(/\{\{attach\s[^}]*\}\}/) { match in attachment(String(match.0)) }
    text.replace(/\{\{button\s[^}]*\}\}/) { match -> String in
      guard let link = ToolSyntax.attribute("link", of: match.0) else { return String(match.0) }
      return "[\(ToolSyntax.attribute("text", of: match.0) ?? link)](\(link))"
    }
    text.replace(/\[\[(https?:[^\s\]]+)\s+([^\]]+)\]\]/) { match in "[\(match.2)](\(match.1))" }
    text.replace(/\[\[(https?:[^\s\]]+)\]\]/) { match in "<\(match.1)>" }
    text.replace(/\[\[([^\s\]|]+)\s+([^\]|]+)\]\]/) { match in "[[\(match.1)|\(match.2)]]" }
    text.replace(/""(.*?)""/) { match in match.1 }
    text.replace(/https?:\/\/[^\s>)\]]+|\/\/([^\/\s][^\/]*)\/\//) { match -> String in
      match.1.map { "*\($0)*" } ?? String(match.0)
    }
    text.replace(/__([^_]+)__/) { match in "++\(match.1)++" }
    text.replace(/##([^#]+)##/) { match in "`\(match.1)`" }
    text.replace(/@@([^@]+)@@/) { match in "~~\(match.1)~~" }
    return text
  }

  private static func attachment(_ action: String) -> String {
    guard let file = ToolSyntax.attribute("file", of: action) else { return action }
    let words = ToolSyntax.attribute("desc", of: action) ?? ""
    let endings = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"]
    let isPicture = endings.contains { file.lowercased().hasSuffix($0) }
    return (isPicture ? "!" : "") + "[\(words.isEmpty && !isPicture ? file : words)](\(file))"
  }
}
