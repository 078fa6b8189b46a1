import TextEncoding

/// Where links lead from one page.
package struct PageLinks: Sendable {
  /// The way from the page to the root of the site: empty, or as `../../`.
  package let prefix: String
  /// Whether links end in `index.html`.
  package let isOffline: Bool

  package init(
    prefix: String, isOffline: Bool
  ) {
    self.prefix = prefix
    self.isOffline = isOffline
  }

  /// Returns the link to the page of a folder, `methodes/world-cafe/` or the home page.
  package func page(_ folder: String) -> String { page(encoded: Address.encode(folder)) }

  /// Returns the link to the page of a folder that is percent-encoded already.
  package func page(encoded folder: String) -> String {
    let path = prefix + folder
    if isOffline { return path + "index.html" }
    return path.isEmpty ? "./" : path
  }

  /// Returns the link to a file.
  package func file(_ path: String) -> String { prefix + Address.encode(path) }
}
