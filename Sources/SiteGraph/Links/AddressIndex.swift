import ContentModel
import TextEncoding

/// The sheets of a site by the addresses at which they are, and were, published.
struct AddressIndex: Sendable {
  private var published: [String: Int] = [:]
  private var former: [String: Int] = [:]
  /// The same without regard to letter case, spaces and accents, as other tools write addresses.
  private var folded: [String: Int] = [:]

  /// Gathers the addresses of sheets.
  ///
  /// - Parameter folders: The published folder of each sheet.
  /// - Complexity: O(*n*) in the number of addresses.
  init(_ sheets: [Sheet], folders: [String]) {
    for (index, folder) in folders.enumerated() {
      let path = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
      published[path] = index
      add(path, of: index)
    }
    for (index, sheet) in sheets.enumerated() {
      for alias in sheet.aliases {
        let path = Self.page(alias.path)
        if former[path] == nil { former[path] = index }
        add(path, of: index)
      }
      add(sheet.id, of: index)
    }
  }

  private mutating func add(_ path: String, of index: Int) {
    let key = Self.fold(path)
    if folded[key] == nil { folded[key] = index }
  }

  /// Returns the sheet at an address, or that was there; the address has neither `index.html` nor
  /// `.html` at its end.
  func sheet(at path: String) -> Int? {
    published[path] ?? former[path] ?? folded[Self.fold(path)]
  }

  /// Returns the address of a page without what servers add to it: `index.html`, `.html`.
  static func page(_ path: String) -> String {
    for ending in ["/index.html", ".html"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path == "index.html" ? "" : path
  }

  private static func fold(_ path: String) -> String {
    path.split(separator: "/").map { part in
      let key = Slug.make(from: String(part))
      return key.isEmpty ? String(part) : key
    }.joined(separator: "/")
  }
}
