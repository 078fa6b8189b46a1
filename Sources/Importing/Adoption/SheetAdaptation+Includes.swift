import SiteLoading
import TextEncoding

/// The texts of other files that a sheet includes, and what they are called here.
extension SheetAdaptation {
  /// A text that is included, as it is written here.
  struct IncludedText {
    let published: String
    /// Its path from the folder of the sheet.
    let name: String
    let text: String
  }

  /// Where they lie beside the sheet: a folder of that name holds no pages.
  private static let folder = "_inclus/"
  /// The most texts that a sheet includes; see docs/markdown.md.
  private static let maxTexts = 1_000

  /// Returns a text whose demands for others name them as they are called here: those of mdBook, of
  /// markdown-include, of pymdown's snippets, of VitePress and of MyST.
  mutating func including(_ text: String) -> String {
    let demand =
      #/(\{\{#(?:include|rustdoc_include|playground|playpen)\s+)([^\s:}]+)|(\{!\s*)([^\s!}:]+)|(--8<--\s+["'])([^"':]+)|(<!--\s*@include:\s*(?:@\/)?)([^\s{#>]+)|((?:`{3,}|~{3,}|:{3,})\{(?:include|literalinclude)\}[ \t]*\/?)([^\s`]+)/#
    guard ["{{#", "{!", "8<--", "@include", "include}"].contains(where: text.contains) else {
      return text
    }
    let named = text.replacing(demand) { match -> String in
      let start = match.1 ?? match.3 ?? match.5 ?? match.7 ?? match.9 ?? ""
      let path = String(match.2 ?? match.4 ?? match.6 ?? match.8 ?? match.10 ?? "")
      let isCode = start.contains("literalinclude") || start.contains("{{#play")
      guard let name = includedName(path, asCode: isCode) else {
        note(.leftInclude(path))
        return String(match.0)
      }
      // A slash is the folder of the source, and the text is beside the sheet by now.
      return (start.hasSuffix("/") ? start.dropLast(start.hasSuffix("@/") ? 2 : 1) : start) + name
    }
    return named.contains("8<--") ? includingLists(named) : named
  }

  /// Returns a text whose lists of files, between two lines of `--8<--`, name them as they are called here.
  private mutating func includingLists(_ text: String) -> String {
    var isList = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let words = line.trimmed
      if words.wholeMatch(of: /-*-8<--*/) != nil {
        isList.toggle()
        return String(line)
      }
      guard isList, !words.isEmpty, !words.hasPrefix(";") else { return String(line) }
      let path = words.prefix { $0 != ":" }
      guard let name = includedName(String(path)) else {
        note(.leftInclude(String(path)))
        return String(line)
      }
      return line.prefix { $0.isWhitespace } + name + words[path.endIndex...]
    }.joined(separator: "\n")
  }

  /// The name here of a text that is then brought along, from the file that includes it.
  ///
  /// - Parameter isCode: Whether it is shown as code, whose signs are no links.
  mutating func includedName(_ path: String, asCode isCode: Bool = false) -> String? {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    let parts = last.split(separator: ".").map { Slug.make(from: String($0)) }
    guard parts.count > 1, let ending = parts.last else { return nil }
    let usual = Self.folder + prefix + "-" + parts.dropLast().joined(separator: "-") + "." + ending
    guard let file = self.file(ofIncluded: path), let published = catalogue.pictures[file],
      missing[published] == nil
    else {
      // It was brought along before, from an archive.
      return adopted.contains(usual) ? usual : nil
    }
    let name = names[published] ?? usual
    if !texts.contains(where: { $0.published == published }), texts.count < Self.maxTexts {
      let place = texts.count
      texts.append(IncludedText(published: published, name: name, text: ""))
      if let text = includedTexts[published] {
        let outer = includedFile
        includedFile = file
        let isMarkdown = !isCode && ["md", "markdown", "mdx", "mdown", "txt"].contains(ending)
        let written = isMarkdown ? linked(text) : text
        includedFile = outer
        texts[place] = IncludedText(published: published, name: name, text: written)
      }
    }
    return includedFile == nil ? name : String(name.dropFirst(Self.folder.count))
  }

  /// The path below the content folder of the other site of a text: from the folder of the sheet, or of
  /// one above, where other tools are run.
  private func file(ofIncluded path: String) -> String? {
    if let path = place(of: path[...]), catalogue.pictures[path] != nil { return path }
    return catalogue.pictures.keys.filter {
      $0 == path || $0.hasSuffix("/" + path) || path.hasSuffix("/" + $0)
    }.min()
  }
}
