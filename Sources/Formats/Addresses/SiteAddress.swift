/// Makes the references that a published file gives to other pages of its site.
///
/// With a base URL they are absolute. Without, they are relative to the file's own folder, as
/// RFC 3986 resolves them, so that a site works wherever its folder is put.
struct SiteAddress {
  /// Where the site is published, when that is known.
  let baseURL: BaseURL?
  /// The folder of the file that refers, from the site's root: empty, or with a slash at its end.
  let folder: String

  init(baseURL: BaseURL?, folder: String = "") {
    self.baseURL = baseURL
    self.folder = folder
  }

  /// Returns the reference to a percent-encoded path from the site's root.
  func reference(to path: String) -> String {
    if let baseURL { return baseURL.url(of: path) }
    // From the root, nearly every path is its own reference.
    if folder.isEmpty, !path.isEmpty, !path.utf8.contains(UInt8(ascii: ":")) { return path }
    return relativeReference(to: path)
  }

  private func relativeReference(to path: String) -> String {
    let from = folder.utf8.split(separator: UInt8(ascii: "/"))
    // The last part of a path is its file's name, or empty when it ends in a slash.
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var shared = 0
    while shared < from.count, shared < parts.count - 1,
      from[shared].elementsEqual(parts[shared])
    {
      shared += 1
    }
    let up = String(repeating: "../", count: from.count - shared)
    let down = parts[shared...].map { String(Substring($0)) }.joined(separator: "/")
    // « ./ » keeps a first part with a colon from being read as a scheme, and names the folder itself.
    let needsDot = up.isEmpty && (down.isEmpty || down.utf8.contains(UInt8(ascii: ":")))
    return (needsDot ? "./" : up) + down
  }
}
