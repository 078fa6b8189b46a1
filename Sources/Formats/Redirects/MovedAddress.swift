import TextEncoding

/// An address that a page has left, and where the page is now.
public struct MovedAddress: Sendable, Hashable {
  /// The path from the site's root, as people read it, with no slash in front: `vieux/café`.
  public var path: String
  /// What follows `?`, as people read it; nil for a plain path.
  public var query: String?
  /// The page, as a path from the site's root, percent-encoded.
  public var target: String

  /// Creates a moved address.
  public init(path: String, query: String? = nil, target: String) {
    self.path = path
    self.query = query
    self.target = target
  }

  /// Every path by which readers came: that of a folder with its slash and without, and its file.
  var paths: [String] {
    let file = "index.html"
    guard path.hasSuffix("/" + file) else { return [path] }
    let folder = String(path.dropLast(file.count))
    return [folder, String(folder.dropLast()), path]
  }

  /// What browsers ask for after `?`: the query, and the same by the name that YesWiki also takes.
  var queries: [String] {
    guard let query else { return [] }
    let plain = Self.encode(query: query)
    return path.isEmpty && !query.contains("=") ? [plain, "wiki=" + plain] : [plain]
  }

  /// Percent-encodes a query but for the signs that part it, as browsers send them.
  static func encode(query: String) -> String {
    var bytes: [UInt8] = []
    for byte in query.utf8 {
      if "=&:".utf8.contains(byte) {
        bytes.append(byte)
      } else {
        Address.encode(CollectionOfOne(byte), to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
