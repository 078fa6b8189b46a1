import Diagnostics
import TextEncoding

/// Where the links of a folder’s pages lead once the pages are elsewhere.
struct FolderLinks {
  /// The paths that files have in the site, below the content folder, by those that they had.
  let targets: [String: String]
  /// The names of pages as `[[name]]` gives them.
  private let names: Set<String>
  private(set) var notes: [ImportNote] = []

  init(targets: [String: String], titles: [String]) {
    self.targets = targets
    var names = Set(titles.map { Slug.make(from: $0) })
    for path in targets.keys {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      names.insert(Slug.make(from: name))
      names.insert(Slug.make(from: String(name.prefix { $0 != "." })))
    }
    self.names = names
  }

  /// Returns a page’s text with its links; those that lead out of the folder become words.
  mutating func followed(in body: String, ofPage path: String) -> String {
    var links = self
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let text = InlineLinks.changed(in: body) { link in
      links.written(link, from: folder, page: path)
    } wiki: { inside, isPicture in
      links.written(wiki: inside, isPicture: isPicture)
    }
    self = links
    return text
  }

  private mutating func written(_ link: InlineLinks.Link, from folder: String, page: String)
    -> String
  {
    let target = link.target
    if target.isEmpty || target.hasPrefix("#")
      || target.wholeMatch(of: /(?i)(https?:|mailto:|tel:|\/\/).*/) != nil
    {
      return link.isPicture ? link.plainlyLeading(to: target) : link.text
    }
    let end = target.firstIndex { "#?".contains($0) } ?? target.endIndex
    let rest = target[end...].hasPrefix("#") ? String(target[end...]) : ""
    let address = PercentEncoding.decode(target[..<end])
    guard !address.contains(":"), let found = found(address, from: folder, page: page) else {
      if link.isPicture {
        notes.append(
          .picture(
            target,
            LocalizedText(
              fr: "elle n’est pas dans le dossier", en: "it is not in the folder"),
            near: link.words))
      } else {
        notes.append(.droppedLink(target, near: link.words))
      }
      return link.withoutTarget
    }
    return link.plainlyLeading(to: "/" + found + rest)
  }

  /// Finds a file by the address that a page gives: of its source, or of its page.
  private func found(_ address: String, from folder: String, page: String) -> String? {
    // Tools give pages folders of their own: their links may start from there.
    let stem = page.split(separator: ".").dropLast().joined(separator: ".")
    for start in address.hasPrefix("/") ? [""] : [folder, stem] {
      guard let path = PictureSource.path(address, from: start) else { continue }
      let bare = path.hasSuffix(".html") ? String(path.dropLast(5)) : path
      let names = [
        path, bare + ".md", bare + "/index.md", bare + "/_index.md", bare + "/README.md",
        bare + ".txt",
        bare + ".markdown", bare.isEmpty ? "index.md" : bare,
      ]
      if let target = names.lazy.compactMap({ targets[$0] }).first { return target }
    }
    return nil
  }

  private mutating func written(wiki inside: String, isPicture: Bool) -> String {
    let whole = (isPicture ? "!" : "") + "[[\(inside)]]"
    let name = inside.prefix { $0 != "|" && $0 != "#" }
    let last = name.split(separator: "/").last.map(String.init) ?? String(name)
    if name.isEmpty || names.contains(Slug.make(from: last)) { return whole }
    let words = inside.split(separator: "|").last.map(String.init) ?? inside
    notes.append(.droppedLink(whole, near: words))
    return words
  }
}
