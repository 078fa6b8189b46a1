import Foundation

/// The links of the pages of a published site, followed as a browser would.
struct PublishedLinks {
  /// How many there are inside the site.
  private(set) var count = 0
  /// Those that lead to no file, as `page → address`, sorted.
  private(set) var dangling: [String] = []
  /// Those that need a server to find the page of a folder, likewise.
  private(set) var toFolders: [String] = []

  private let host: String

  /// Follows every `href`, `src` and `action` of a site.
  ///
  /// - Parameter host: The path of the site on its host, where absolute addresses start.
  init(of files: [String: Data], host: String = "/") {
    self.host = host
    for (path, bytes) in files where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      for match in text.matches(of: #/ (?:href|src|action)="([^"]*)"/#) {
        follow(String(match.1), from: path, in: files)
      }
    }
    dangling.sort()
    toFolders.sort()
  }

  private mutating func follow(_ address: String, from page: String, in files: [String: Data]) {
    let plain = address.replacing("&amp;", with: "&")
    guard plain.firstMatch(of: #/^[a-z]+:|^\/\//#) == nil else { return }
    count += 1
    var path = plain.prefix { $0 != "#" && $0 != "?" }
    if path.isEmpty { return }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    if path.hasPrefix(host) {
      parts = []
      path = path.dropFirst(host.count)
    }
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case "..": if parts.popLast() == nil { parts.append("outside") }
      default: parts.append(part.removingPercentEncoding ?? String(part))
      }
    }
    let isFolder = path.isEmpty || path.hasSuffix("/") || path == "."
    if isFolder {
      toFolders.append("\(page) → \(address)")
      parts.append("index.html")
    }
    if files[parts.joined(separator: "/")] == nil { dangling.append("\(page) → \(address)") }
  }
}
