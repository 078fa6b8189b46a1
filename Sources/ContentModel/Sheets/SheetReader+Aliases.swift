import Diagnostics
import TextEncoding
import YAMLParsing

/// The addresses that a sheet had before.
extension SheetReader {
  /// Reads the former addresses, each on the line where it is written; one that is given twice
  /// counts once.
  func aliases(
    in mapping: YAMLMapping, _ name: SheetName, _ type: ContentType, _ yaml: YAMLText,
    reporting diagnostics: inout [Diagnostic]
  ) -> [Sheet.Alias] {
    // A type that lists its keys tells of the one that Jekyll writes.
    let spellings = CoreKey.spellings(of: "aliases") + (type.isOpen ? ["redirect_from"] : [])
    var aliases = addressesOfOtherTools(in: mapping, name, yaml)
    var known: Set<String> = []
    // Of two spellings of one key, which are told of, the first is read.
    var isRead = false
    for entry in mapping {
      guard let key = entry.key.scalar?.string, spellings.contains(key) else { continue }
      if key != "redirect_from" {
        if isRead { continue }
        isRead = true
      }
      let node = entry.value
      for element in Self.elements(of: node) {
        guard let written = element.scalar?.string, !element.isNull else { continue }
        // On one line, the list is what the writer sees.
        let shown = element.mark.line == node.mark.line ? node : element
        let location = yaml.location(of: shown.mark, length: shown.writtenLength)
        let (address, query) = Self.parts(ofAlias: written)
        guard let path = query != nil && address == "" ? "" : Self.path(ofAlias: address) else {
          diagnostics.append(.unusableAlias(written, at: location))
          continue
        }
        let alias = Sheet.Alias(path: path, query: query, location: location)
        if known.insert(alias.text).inserted { aliases.append(alias) }
      }
    }
    return aliases
  }

  /// Returns the values of a list, which Obsidian writes on one line as well: `alias: one, another`.
  private static func elements(of node: YAMLNode) -> [YAMLNode] {
    if let sequence = node.sequence { return Array(sequence) }
    guard let scalar = node.scalar, scalar.string.contains(", ") else { return [node] }
    return scalar.string.split(separator: ",").map {
      .scalar(YAMLScalar($0.trimmed, style: scalar.style, mark: scalar.mark))
    }
  }

  /// Returns the addresses that Jekyll, Eleventy (`permalink`), Hugo (`url`), Docusaurus and Starlight
  /// (`slug`, with a slash) publish a sheet at; one that is made of other values, as `/:title/`, is known
  /// to them alone.
  private func addressesOfOtherTools(
    in mapping: YAMLMapping, _ name: SheetName, _ yaml: YAMLText
  ) -> [Sheet.Alias] {
    for entry in mapping {
      guard let key = entry.key.scalar?.string, ["permalink", "url", "slug"].contains(key),
        let written = entry.value.scalar?.string, written.contains("/"),
        key != "url" || written.hasPrefix("/"), !written.contains("://"),
        !written.contains(where: { ":{}*".contains($0) }), let path = Self.path(ofAlias: written),
        !path.isEmpty || key == "slug"
      else { continue }
      let location = yaml.location(of: entry.value.mark, length: entry.value.writtenLength)
      // A former address of the same words is published.
      return Self.places(of: path, isAbsolute: written.hasPrefix("/"), name).map {
        Sheet.Alias(path: $0, location: location, isOfOtherTool: true)
      }
    }
    return addressInCollection(of: yaml.path).map {
      [Sheet.Alias(path: $0, location: SourceLocation(path: yaml.path), isOfOtherTool: true)]
    } ?? []
  }

  /// Returns the address at which Jekyll publishes the file of a collection, as its settings make it of the
  /// names of its folders and its own; nil for one that is made of anything else.
  private func addressInCollection(of path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard let place = parts.firstIndex(where: { permalinks[$0] != nil }), place + 1 < parts.count,
      var address = permalinks[parts[place]]
    else { return nil }
    let inside = SheetName(path: parts[(place + 1)...].joined(separator: "/")).id
    let name = String(inside.lastName)
    let values = [
      (":collection", String(parts[place].dropFirst())), (":path", String(inside)), (":name", name),
      (":title", name), (":slug", name), (":basename", name), (":output_ext", ".html"),
      (":categories", ""),
    ]
    for (key, value) in values { address = address.replacing(key, with: value) }
    guard !inside.isEmpty, !address.contains(":"), let written = Self.path(ofAlias: address),
      !written.isEmpty
    else { return nil }
    return written
  }

  /// Returns the addresses that a path means: Starlight starts at the root, and Docusaurus at the folder
  /// of the sheet where no slash does.
  private static func places(
    of path: String, isAbsolute: Bool, _ name: SheetName
  ) -> [String] {
    guard !isAbsolute, let slash = name.id.lastIndex(of: "/") else { return [path] }
    return [path, name.id[...slash] + path]
  }

  /// Whether a slug is the address of a sheet in another tool, and not the end of one: in a site with
  /// types of its own, it is a mistake.
  func isAddressOfOtherTool(_ slug: String) -> Bool {
    types.count <= 1 && slug.contains("/") && Self.path(ofAlias: slug) != nil
  }

  /// Parts a former address from what follows `?` in it, as in `?PagePrincipale` or `spip.php?article12`;
  /// nil for the latter when nothing does.
  private static func parts(ofAlias written: String) -> (address: String, query: String?) {
    guard let mark = written.firstIndex(of: "?") else { return (written, nil) }
    var query = PercentEncoding.decode(written[written.index(after: mark)...].trimmed)
    let address = String(written[..<mark]).trimmed
    // YesWiki writes `?wiki=Page` for `?Page`.
    if ["", "/"].contains(address), query.hasPrefix("wiki="), query != "wiki=" {
      query = String(query.dropFirst("wiki=".count))
    }
    guard !query.isEmpty, !query.hasControlCharacters else { return (written, nil) }
    return (address == "/" ? "" : address, query)
  }

  /// Returns a former address as a path from the root of the site; nil for one outside of it.
  ///
  /// Hugo and Jekyll write it with a slash at its start: `/` alone is the home page. One that is copied from
  /// a browser is percent-encoded.
  private static func path(ofAlias written: String) -> String? {
    let alias = PercentEncoding.decode(written.trimmed)
    let parts = alias.split(separator: "/")
    guard !alias.isEmpty, !alias.contains("://"), !alias.hasPrefix("//"),
      !parts.contains(".."), !parts.contains("."), !alias.contains("\\"),
      !alias.hasControlCharacters
    else { return nil }
    return parts.joined(separator: "/")
  }
}
