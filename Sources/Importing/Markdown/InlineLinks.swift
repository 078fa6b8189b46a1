import TextEncoding

/// The links and pictures of a text in Markdown, to be written otherwise.
struct InlineLinks {
  /// A link or a picture.
  struct Link {
    let isPicture: Bool
    /// The words of a link, the alternative of a picture.
    let words: String
    let target: String
    /// What follows the target between its quotes, with them and the space before; empty when
    /// nothing does.
    let title: String
    /// As it is written.
    let text: String

    /// Returns it with another target.
    func leading(to target: String) -> String {
      let isPlain = !target.contains { " ()<>".contains($0) }
      return "\(isPicture ? "!" : "")[\(words)](\(isPlain ? target : "<\(target)>")\(title))"
    }
  }

  /// Returns a text with each of its links as `change` writes it; code is left alone.
  ///
  /// - Parameter wiki: Writes the link between `[[` and `]]`, with the `!` before it if there is
  ///   one.
  static func changed(
    in text: String, _ change: (Link) -> String,
    wiki: (_ inside: String, _ isPicture: Bool) -> String
  ) -> String {
    let link =
      #/`+[^`]*`+|(!?)\[\[([^\[\]]{1,1000})\]\]|(!?)\[((?:[^\]\[\\]|\\.){0,1000})\]\((?:<([^>]{0,4000})>|([^\s)]{0,4000}))(\s+"[^"]{0,1000}"|\s+'[^']{0,1000}')?\)|<img\s[^>]{0,4000}>/#
    var lines = MarkdownLines(text)
    lines.change { line in
      guard line.utf8.count <= ToolSyntax.maxLine, line.contains("[") || line.contains("<img")
      else { return line }
      return line.replacing(link) { match in
        let whole = String(match.0)
        if whole.hasPrefix("`") { return whole }
        if whole.hasPrefix("<img") { return change(picture(of: whole)) }
        if let inside = match.2 { return wiki(String(inside), match.1?.isEmpty == false) }
        let target = match.5 ?? match.6 ?? ""
        return change(
          Link(
            isPicture: match.3?.isEmpty == false, words: String(match.4 ?? ""),
            target: String(target),
            title: match.7.map(String.init) ?? "", text: whole))
      }
    }
    return lines.text
  }

  /// A picture in HTML, as one in Markdown.
  private static func picture(of tag: String) -> Link {
    let words = ToolSyntax.attribute("alt", of: tag) ?? ""
    return Link(
      isPicture: true, words: words.filter { $0 != "[" && $0 != "]" },
      target: ToolSyntax.attribute("src", of: tag) ?? "", title: "", text: tag)
  }
}
