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
