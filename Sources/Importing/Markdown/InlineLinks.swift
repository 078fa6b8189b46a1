import TextEncoding

/// The links and pictures of a text, to be written otherwise: of Markdown, of wikis, of HTML, and the
/// definitions of references, each of which keeps its form.
struct InlineLinks {
  /// A link or a picture.
  struct Link {
    enum Form {
      /// `[words](target)`.
      case markdown
      /// `<a href="target">`, without what follows the tag; `<img src="target">`.
      case html
      /// `[label]: target`, on a line of its own.
      case definition
    }

    var form = Form.markdown
    let isPicture: Bool
    /// The words of a link, the alternative of a picture.
    let words: String
    let target: String
    /// What follows the target between its quotes, with them and the space before; empty when
    /// nothing does.
    var title = ""
    /// As it is written.
    let text: String
    /// What is written before and after the target, where that is all that may change.
    var around = (before: "", after: "")

    /// Returns it with another target.
    func leading(to target: String) -> String {
      switch form {
      case .markdown: inMarkdown(leadingTo: target)
      case .html: around.before + "\"" + HTMLEscaping.escape(target) + "\"" + around.after
      case .definition: around.before + Self.bracketed(target) + around.after
      }
    }

    /// Returns it with another target, a picture in HTML as one in Markdown.
    func plainlyLeading(to target: String) -> String {
      text.lowercased().hasPrefix("<img") ? inMarkdown(leadingTo: target) : leading(to: target)
    }

    /// Returns it in Markdown, with another target.
    private func inMarkdown(leadingTo target: String) -> String {
      "\(isPicture ? "!" : "")[\(words)](\(Self.bracketed(target))\(title))"
    }

    /// What is left of it where its target is not: its words, or a tag that leads nowhere.
    ///
    /// Of a definition nothing is; the links that name it become words.
    var withoutTarget: String {
      switch form {
      case .markdown: words
      case .html: isPicture ? words : "<a>"
      case .definition: ""
      }
    }

    private static func bracketed(_ target: String) -> String {
      target.contains { " ()<>".contains($0) } ? "<\(target)>" : target
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
    var lines = MarkdownLines(text)
    let lost = changeDefinitions(in: &lines, change)
    lines.change { line in
      guard line.utf8.count <= ToolSyntax.maxLine, line.contains("[") || line.contains("<")
      else { return line }
      let line = changed(inLine: line, change, wiki)
      return lost.isEmpty ? line : withoutUses(of: lost, in: line)
    }
    return lines.text
  }

  private static func changed(
    inLine line: String, _ change: (Link) -> String, _ wiki: (String, Bool) -> String
  ) -> String {
    let link =
      #/`+[^`]*`+|(!?)\[\[([^\[\]]{1,1000})\]\]|(!?)\[((?:[^\]\[\\]|\\.){0,1000}|!\[(?:[^\]\[\\]|\\.){0,1000}\](?:\([^\[\]()]{0,4000}\)|\[[^\[\]]{0,1000}\]))\]\((?:<([^>]{0,4000})>|([^\s)]{0,4000}))(\s+"[^"]{0,1000}"|\s+'[^']{0,1000}')?\)|<(?:[aA]|[iI][mM][gG]|[sS][oO][uU][rR][cC][eE]|[vV][iI][dD][eE][oO]|[aA][uU][dD][iI][oO])\s[^>]{0,4000}>/#
    return line.replacing(link) { match in
      let whole = String(match.0)
      if whole.hasPrefix("`") { return whole }
      if whole.hasPrefix("<") { return self.link(ofTag: whole).map(change) ?? whole }
      if let inside = match.2 { return wiki(String(inside), match.1?.isEmpty == false) }
      var words = String(match.4 ?? "")
      // A picture that is a link.
      if words.hasPrefix("![") { words = changed(inLine: words, change, wiki) }
      return change(
        Link(
          isPicture: match.3?.isEmpty == false, words: words,
          target: String(match.5 ?? match.6 ?? ""), title: match.7.map(String.init) ?? "",
          text: whole))
    }
  }

  // MARK: HTML

  /// Reads a tag; nil for one without an address.
  private static func link(ofTag tag: String) -> Link? {
    let isPicture = tag.dropFirst().prefix { !$0.isWhitespace }.lowercased() != "a"
    let attribute =
      isPicture
      ? #/\s[sS][rR][cC]\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/#
      : #/\s[hH][rR][eE][fF]\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/#
    guard let match = tag.firstMatch(of: attribute),
      let value = match.1 ?? match.2 ?? match.3,
      let sign = match.0.firstIndex(of: "=")
    else { return nil }
    let words = ToolSyntax.attribute("alt", of: tag) ?? ""
    var link = Link(
      form: .html, isPicture: isPicture, words: words.filter { $0 != "[" && $0 != "]" },
      target: HTMLEntities.decode(String(value)), text: tag)
    link.around = (String(tag[...sign]), String(tag[match.0.endIndex...]))
    return link
  }

  // MARK: References

  /// Changes the targets of definitions; returns the labels of those that have none any more.
  private static func changeDefinitions(
    in lines: inout MarkdownLines, _ change: (Link) -> String
  ) -> Set<String> {
    let definition =
      #/((?:> ?)* {0,3}\[([^\[\]^][^\[\]]{0,999})\]:[ \t]*)(?:<([^<>]{0,4000})>|([^\s<>]{1,4000}))((?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*)/#
    guard lines.text.contains("]:") else { return [] }
    let uses = uses(in: lines)
    var lost: Set<String> = []
    lines.change { line in
      guard line.utf8.count <= ToolSyntax.maxLine, line.contains("]:"),
        let match = line.wholeMatch(of: definition), let target = match.3 ?? match.4
      else { return line }
      let label = normal(match.2)
      guard let use = uses[label] else { return line }
      var link = Link(
        form: .definition, isPicture: use.isPicture, words: use.words, target: String(target),
        text: line)
      link.around = (String(match.1), String(match.5))
      let changed = change(link)
      if changed.isEmpty { lost.insert(label) }
      return changed
    }
    return lost
  }

  /// Links and pictures by reference: `[words][label]`, `[label][]`, `[label]`.
  private static func visitUses(
    in line: String,
    _ visit: (_ whole: String, _ isPicture: Bool, _ words: String, _ label: String) -> String
  ) -> String {
    let use =
      #/`+[^`]*`+|(!?)\[((?:[^\]\[\\]|\\.){0,1000})\](?:\[((?:[^\]\[\\]|\\.){0,1000})\])?(?![(:\[])/#
    return line.replacing(use) { match in
      let whole = String(match.0)
      guard let words = match.2 else { return whole }
      let label = match.3.flatMap { $0.isEmpty ? nil : $0 } ?? words
      return visit(whole, match.1?.isEmpty == false, String(words), normal(label))
    }
  }

  private static func uses(
    in lines: MarkdownLines
  ) -> [String: (isPicture: Bool, words: String)] {
    var uses: [String: (isPicture: Bool, words: String)] = [:]
    for (line, isCode) in zip(lines.lines, lines.isCode) where !isCode && line.contains("[") {
      guard line.utf8.count <= ToolSyntax.maxLine else { continue }
      _ = visitUses(in: line) { whole, isPicture, words, label in
        if uses[label] == nil { uses[label] = (isPicture, words) }
        return whole
      }
    }
    return uses
  }

  private static func withoutUses(of lost: Set<String>, in line: String) -> String {
    visitUses(in: line) { whole, _, words, label in lost.contains(label) ? words : whole }
  }

  /// Labels are compared without their letter case (CommonMark 0.31, section 4.7).
  private static func normal(_ label: some StringProtocol) -> String {
    label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
