import TextEncoding

/// What a request of a preview asks for.
enum PreviewAddress: Equatable {
  /// A file of the site, by its path in the published folder.
  case file(String)
  /// A folder of the site, percent-encoded and without its last slash: the relative links of its page
  /// would lead to other pages.
  case folderWithoutSlash(String)
  /// The script that the preview adds to pages.
  case script
  /// The style of the overlay.
  case style
  /// The web socket that sends an open page its reload messages.
  case liveReload

  /// The folder of what a preview adds to a site; no page of a site has an underscore before its name.
  static let ownFolder = "/_archipel/"

  /// Reads the path of a request.
  ///
  /// - Parameter path: The path, percent-encoded.
  init(path: String, isFolder: (String) -> Bool) {
    let decoded = PercentEncoding.decodeWhole(path) ?? path
    switch decoded {
    case Self.ownFolder + "apercu.js": self = .script
    case Self.ownFolder + "apercu.css": self = .style
    case Self.ownFolder + "nouvelles": self = .liveReload
    default:
      let name = String(decoded.drop { $0 == "/" })
      if name.isEmpty || name.hasSuffix("/") {
        self = .file(name + "index.html")
      } else if isFolder(name + "/index.html") {
        self = .folderWithoutSlash(String(path.drop { $0 == "/" }))
      } else {
        self = .file(name)
      }
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}
