import Desk
import SiteFiles
import TextEncoding

/// Where the pictures that a text names are read from: below one folder, and through no link.
struct PictureSource {
  /// The folder of the text; nil when it has none.
  let folder: String?
  /// The folder that a conversion has left pictures in, below ``DocumentConverter/pictures``.
  let extracted: WorkFolder?
  /// What was unpacked, and holds ``folder``.
  var archive: WorkFolder?
  /// The path of the text's own folder below ``folder``.
  var place = ""
  /// Whether pictures are put beside the sheet; those of a folder are copied with it.
  var isTaken = true

  /// Reads a picture; nil when it does not lie where it may, or is too long.
  func bytes(of address: String) -> [UInt8]? {
    let address = PercentEncoding.decode(address.prefix { $0 != "?" && $0 != "#" })
    if let extracted, address.hasPrefix(DocumentConverter.pictures + "/") {
      return Self.read(address, below: extracted.path)
    }
    guard let folder else { return nil }
    let start = address.hasPrefix("/") ? "" : place
    guard let path = Self.path(address, from: start) else { return nil }
    return Self.read(path, below: folder)
  }

  /// Follows a path from a folder; nil when it leads above the root.
  static func path(_ address: String, from folder: String) -> String? {
    var parts = folder.split(separator: "/").map(String.init)
    for part in address.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  private static func read(_ path: String, below folder: String) -> [UInt8]? {
    guard let path = ContentPath(path, content: "") else { return nil }
    return try? ContentFiles(source: folder).read(path, atMost: UploadedFile.largestSize)
  }
}
