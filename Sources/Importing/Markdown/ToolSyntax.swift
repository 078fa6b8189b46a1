import Diagnostics
import TextEncoding

/// Turns what only another tool reads into what Archipel does; see docs/markdown.md for what it
/// reads as it is.
///
/// What has no equivalent stays, as code: nothing is lost, and nothing is shown as if it worked.
struct ToolSyntax {
  /// Longer lines, in bytes, are left as they are.
  static let maxLine = 20_000

  private(set) var notes: [ImportNote] = []
  private var icons: Set<String> = []

  /// Returns the Markdown of a text.
  mutating func markdown(of text: String) -> String {
    var lines = MarkdownLines(Self.withoutAsides(text))
    lines.change { line in
      var line = line
      guard line.utf8.count <= Self.maxLine else { return line }
      guard line.contains("{") || line.contains(":") || line.contains("--8<--") else { return line }
      line = Self.figures(in: line)
      line = Self.media(in: line)
      line = Self.alerts(in: line)
      line = Self.addresses(in: line)
      line = withoutIcons(line)
      return asCode(line)
    }
    return lines.text
  }

  /// Notion’s boxes are `aside`.
  private static func withoutAsides(_ text: String) -> String {
    text.replacing(/(?m)^[ ]*<aside>[ ]*\n/, with: "::: note\n")
      .replacing(/(?m)^<aside>/, with: "::: note\n")
      .replacing(/(?m)^[ ]*<\/aside>[ ]*$/, with: ":::")
  }

  /// The value of an attribute of a shortcode.
  static func attribute(_ name: String, of tag: some StringProtocol) -> String? {
    let tag = String(tag)
    for quote in ["\"", "'"] {
      guard let start = tag.firstRange(of: " \(name)=\(quote)")?.upperBound else { continue }
      return String(tag[start...].prefix { String($0) != quote })
    }
    return nil
  }

  /// Hugo’s figures.
  private static func figures(in line: String) -> String {
    line.replacing(/\{\{[<%]\s*figure\s[^}]*[>%]\}\}/) { match in
      let tag = match.output
      guard let source = attribute("src", of: tag) else { return String(tag) }
      let caption = attribute("caption", of: tag) ?? attribute("title", of: tag) ?? ""
      let alternative = attribute("alt", of: tag) ?? caption
      let title = caption.isEmpty ? "" : " \"\(caption.replacing("\"", with: "’"))\""
      return "![\(alternative)](\(source)\(title))"
    }
  }

  private static func media(in line: String) -> String {
    line.replacing(/\{\{<\s*(youtube|vimeo)\s+"?([A-Za-z0-9_-]+)"?\s*>\}\}/) { match in
      match.1 == "youtube"
        ? "<https://www.youtube.com/watch?v=\(match.2)>" : "<https://vimeo.com/\(match.2)>"
    }
  }

  /// Boxes of themes of Hugo, whose names say what they are.
  private static func alerts(in line: String) -> String {
    let names =
      #/\{\{[<%]\s*(\/?)\s*(note|tip|info|warning|danger|caution|important|alert|notice|callout|hint|admonition)\b([^}]*?)[>%]\}\}/#
    return line.replacing(names) { match in
      if !match.1.isEmpty { return ":::" }
      let known = ["note", "tip", "info", "warning", "danger", "caution", "important"]
      let said =
        attribute("type", of: match.3)
        ?? match.3.split(whereSeparator: { " \"'".contains($0) }).first.map(String.init)
      let kind =
        known.contains(String(match.2)) ? String(match.2) : known.first { $0 == said } ?? "note"
      let title = attribute("title", of: match.3).map { " " + $0 } ?? ""
      return "::: \(kind)\(title)"
    }
  }

  /// What Hugo and Jekyll write for the address of a page of the site.
  private static func addresses(in line: String) -> String {
    var line = line.replacing(/\{\{[<%]\s*(?:rel)?ref\s+"([^"]+)"\s*[>%]\}\}/) { match -> String in
      let isWhole = match.1.hasSuffix(".md") || match.1.contains("#")
      return isWhole ? String(match.1) : "\(match.1).md"
    }
    line.replace(/\{%-?\s*link\s+([^\s%]+)\s*-?%\}/) { match in "/\(match.1)" }
    line.replace(/\{%-?\s*post_url\s+([^\s%]+)\s*-?%\}/) { match in "/_posts/\(match.1).md" }
    line.replace(/\{\{\s*["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url)\s*\}\}/) { $0.1 }
    line.replace(/\{\{\s*site\.(?:baseurl|url)\s*\}\}/, with: "")
    return line
  }

  /// `:material-account:` is a drawing of Material’s; the other names between colons are emoji.
  private mutating func withoutIcons(_ line: String) -> String {
    var found: [String] = []
    let line = line.replacing(
      /:((?:material|octicons|fontawesome|simple)-[a-z0-9-]+):(?:\{[^}]*\})?[ ]?/
    ) { match in
      found.append(String(match.1))
      return ""
    }
    for name in found where icons.insert(name).inserted { notes.append(.removedIcon(name)) }
    return line
  }

  /// Tags that Archipel reads itself; see docs/markdown.md.
  private static let known: Set<String> = [
    "hint", "endhint", "tabs", "endtabs", "tab", "endtab", "code", "endcode", "content-ref",
    "endcontent-ref", "embed", "endembed", "file", "endfile", "stepper", "endstepper", "step",
    "endstep", "highlight", "endhighlight", "raw", "endraw", "comment", "endcomment",
  ]

  private mutating func asCode(_ line: String) -> String {
    var found: [String] = []
    let tag = #/`[^`]*`|\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\{\{.*?\}\}|^\s*-+8<-+.*$/#
    let line = line.replacing(tag) { match in
      let text = String(match.output)
      if text.hasPrefix("`") { return text }
      let name = text.dropFirst(2).split { " -%}".contains($0) }.first.map(String.init) ?? ""
      if text.hasPrefix("{%"), Self.known.contains(name) { return text }
      let code = text.trimmed.replacing("`", with: "’")
      found.append(code)
      return "`\(code)`"
    }
    notes += found.map(ImportNote.foreignTag)
    return line
  }
}
