import Diagnostics
import Glibc
import SiteFiles
import TextEncoding

/// Files beside the sheets that a browser or a server would run, in the name of the whole site.
enum ActiveFile {
  /// Endings of pages, and of data that browsers show as pages: with another ending of a type after
  /// it, one counts for nothing.
  private static let pages: Set<String> = [
    "asa", "atom", "cer", "htc", "htm", "html", "mathml", "mht", "mhtml", "mml", "opml", "pl",
    "rdf", "rss", "stm", "svgz", "vxml", "wsdl", "xht", "xhtm", "xhtml", "xml", "xsd", "xsl",
    "xslt", "xspf", "xul",
  ]
  /// Endings by which servers run a file wherever they stand in its name: `a.php.pdf`.
  private static let programs: Set<String> = [
    "ashx", "asmx", "asp", "aspx", "axd", "cfc", "cfm", "cgi", "fcgi", "jsp", "jspf", "jspx",
    "phar", "pht", "phtm", "phtml", "php", "php3", "php4", "php5", "php7", "php8", "phps", "shtm",
    "shtml",
  ]
  /// Endings of types that no browser runs, however the file begins: it is not looked into.
  private static let readable: Set<String> = [
    "7z", "aac", "ai", "avi", "avif", "bib", "bmp", "c", "cpp", "css", "csv", "db", "dbf", "doc",
    "docx", "dot", "dotx", "dwg", "dxf", "eot", "eps", "epub", "fig", "flac", "fods", "fodt",
    "gcode", "geojson", "gif", "gpkg", "h", "heic", "heif", "ico", "ics", "ipynb", "java", "jpeg",
    "jpg", "js", "json", "jsonl", "kmz", "latex", "log", "lua", "m4a", "m4v", "map", "mjs", "mkv",
    "mov", "mp3", "mp4", "mpg", "odg", "odp", "ods", "odt", "oga", "ogg", "ogv", "opus", "otf",
    "parquet", "pdf", "png", "pot", "potx", "pps", "ppsx", "ppt", "pptx", "ps", "psd", "py", "r",
    "rar", "rb", "ris", "rtf", "sh", "sketch", "sql", "sqlite", "srt", "stl", "tar", "tex", "tif",
    "tiff", "toml", "tsv", "ttf", "txt", "vcf", "vtt", "wav", "webm", "webp", "woff", "woff2",
    "xcf", "xls", "xlsm", "xlsx", "yaml", "yml", "zip",
  ]
  /// Endings of XML that labs share, traces and maps: it is published where nothing in it is a page.
  private static let maps: Set<String> = [
    "gml", "gpx", "kml",
  ]
  private static let names: Set<String> = [
    ".htaccess", ".htpasswd", "_headers", "_redirects", "_worker.js", "service-worker.js",
    "sw.js", "web.config",
  ]
  /// What hosts read at the root of the site.
  private static let namesAtRoot: Set<String> = [
    "_routes.json", "netlify.toml", "staticwebapp.config.json", "vercel.json", "wrangler.toml",
  ]

  /// Returns the files without those that would be run, which are reported, one message a kind.
  ///
  /// - Parameter isAllowed: Whether the site takes all that its writers add for its own: `html: allow`.
  static func leavingOut(
    of files: [SourceFolder.File], isAllowed: Bool, reporting diagnostics: inout [Diagnostic]
  ) -> [SourceFolder.File] {
    if isAllowed { return files }
    var leftOut: [String: [String]] = [:]
    let kept = files.filter { file in
      guard let kind = kind(of: file) else { return true }
      leftOut[kind, default: []].append(file.path)
      return false
    }
    for (kind, paths) in leftOut.sorted(by: { $0.key < $1.key }) {
      guard let first = paths.min() else { continue }
      diagnostics.append(
        .activeFiles(kind, count: paths.count, at: SourceLocation(path: first)))
    }
    return kept
  }

  /// What makes a file one that is run; nil for one that only lies there.
  private static func kind(of file: SourceFolder.File) -> String? {
    let path = file.contentPath
    let name = path.lastName.lowercased()
    if names.contains(name) || (name == path.lowercased() && namesAtRoot.contains(name)) {
      return name
    }
    let endings = name.split(separator: ".").dropFirst().map { $0.trimmed }
    // A server takes the last ending that names a kind: one of a language or a compression names none.
    var isTyped = false
    for (place, ending) in endings.enumerated().reversed() {
      if programs.contains(ending) { return "." + ending }
      if isTyped { continue }
      if pages.contains(ending) { return "." + ending }
      if ending == "svg" {
        // With this ending at its end, it is a drawing, which is cleaned.
        if place < endings.count - 1 { return ".svg" }
        isTyped = true
      } else if maps.contains(ending) {
        if holdsPage(file) { return "." + ending }
        isTyped = true
      } else if readable.contains(ending) {
        isTyped = true
      }
    }
    return !isTyped && startsAsPage(file) ? "HTML" : nil
  }

  // MARK: What is in a file

  /// The longest map that is looked into, in bytes.
  private static let maxMapBytes = 64 << 20
  /// How much of a file browsers look at to guess its type, and a little more.
  private static let lookedAt = 4_096

  /// Whether a file of XML holds something that a browser would run, or could hide it.
  private static func holdsPage(_ file: SourceFolder.File) -> Bool {
    // What cannot be read is told of where it is published.
    let bytes: [UInt8]
    do {
      bytes = try file.readWithMetadata(atMost: maxMapBytes).bytes
    } catch {
      return error.code == EFBIG
    }
    // In UTF-16 the signs would not be found, and by an entity they could be written otherwise.
    if bytes.contains(0) { return true }
    let text = bytes.map { $0 | 0x20 }
    return ["xhtml", "/svg", "xml-stylesheet", "<!doctype", "<!entity"].contains { sign in
      text[...].firstRange(of: Array(sign.utf8)) != nil
    }
  }

  /// Whether a file without a type starts as a page or a drawing, which browsers may take it for.
  private static func startsAsPage(_ file: SourceFolder.File) -> Bool {
    guard let bytes = try? DiskFile.start(of: file.diskPath, inside: file.boundary, lookedAt) else {
      return false
    }
    let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self).lowercased()
    var start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
    while start.hasPrefix("<!--"), let end = start.firstRange(of: "-->") {
      start = start[end.upperBound...].drop(while: \.isWhitespace)
    }
    guard start.first == "<" else { return false }
    if start.hasPrefix("<?xml") || start.hasPrefix("<!doctype") || start.hasPrefix("<!--") {
      return ["<html", "<svg", ":svg", "xhtml", "2000/svg", "<!entity", "doctype html"].contains {
        start.contains($0)
      }
    }
    let element = start.dropFirst().prefix { $0.isLetter || $0.isNumber }
    return elements.contains(String(element))
  }

  /// The elements by which browsers know a page (WHATWG, MIME Sniffing, 7.1).
  private static let elements: Set<String> = [
    "a", "b", "body", "br", "div", "font", "h1", "head", "html", "iframe", "p", "script", "style",
    "svg", "table", "title",
  ]
}

extension Diagnostic {
  fileprivate static func activeFiles(
    _ kind: String, count: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "source.active", at: location,
      LocalizedText(
        fr: count > 1
          ? "\(count) fichiers « \(kind) » sont laissés de côté, dont celui-ci : un navigateur ou un "
            + "serveur les exécuterait"
          : "ce fichier « \(kind) » est laissé de côté : un navigateur ou un serveur l’exécuterait",
        en: count > 1
          ? "\(count) files “\(kind)” are left out, this one among them: a browser or a server would "
            + "run them"
          : "this file “\(kind)” is left out: a browser or a server would run it"),
      expected: LocalizedText(
        fr: "des fichiers à lire ; ou « html: allow » dans archipel.yaml, si tous sont les vôtres",
        en: "files to be read; or “html: allow” in archipel.yaml, if all of them are your own"))
  }
}
