/// What a request of a preview asks for.
enum PreviewAddress: Equatable {
  /// A file of the site, by its path in the published folder.
  case file(String)
  /// A folder without its last slash: links that start from it would lead astray.
  case folderWithoutSlash(String)
  /// What the page's script needs: its own code and style, and the state of the site.
  case script
  case style
  case state

  /// The folder of what a preview adds to the site; no sheet has a name with an underscore before it.
  static let ownFolder = "/_archipel/"

  /// Reads the path of a request, decoded.
  init(path: String, isFolder: (String) -> Bool) {
    switch path {
    case Self.ownFolder + "apercu.js": self = .script
    case Self.ownFolder + "apercu.css": self = .style
    case Self.ownFolder + "etat": self = .state
    default:
      let name = String(path.drop { $0 == "/" })
      if name.isEmpty || name.hasSuffix("/") {
        self = .file(name + "index.html")
      } else if isFolder(name + "/index.html") {
        self = .folderWithoutSlash(name)
      } else {
        self = .file(name)
      }
    }
  }

  /// Whether a `Host` header names this machine: a page of another site cannot then read the preview
  /// by giving its own name this machine's address.
  static func isLocal(host: String?) -> Bool {
    guard let name = host?.split(separator: ":", maxSplits: 1).first else { return false }
    return name == "127.0.0.1" || name == "localhost"
  }
}

/// The media types of what a site holds.
enum MediaType {
  private static let byExtension = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json", "svg": "image/svg+xml",
    "xml": "application/xml", "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "ics": "text/calendar; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "pdf": "application/pdf", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "ico": "image/x-icon", "epub": "application/epub+zip",
    "zip": "application/zip", "mp3": "audio/mpeg", "mp4": "video/mp4", "webm": "video/webm",
  ]

  /// Returns the media type of a file by the extension of its name.
  static func of(_ path: String) -> String {
    let name = path[(path.lastIndex(of: "/") ?? path.startIndex)...]
    let ending = name.lastIndex(of: ".").map { name[$0...].dropFirst().lowercased() }
    return ending.flatMap { byExtension[$0] } ?? "application/octet-stream"
  }
}
