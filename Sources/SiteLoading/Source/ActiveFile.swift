import Diagnostics

/// Files beside the sheets that a browser or a server would run, in the name of the whole site.
enum ActiveFile {
  private static let endings: Set<String> = [
    "asp", "aspx", "cgi", "htm", "html", "jsp", "mht", "mhtml", "php", "php3", "php4", "php5",
    "php7", "phar", "phtml", "pl", "shtml", "xht", "xhtml", "xml", "xsl", "xslt",
  ]
  private static let names: Set<String> = [
    ".htaccess", ".htpasswd", "_headers", "_redirects", "_worker.js", "service-worker.js", "sw.js",
    "web.config",
  ]

  /// Returns the files without those that would be run, which are told of, one message a kind.
  ///
  /// - Parameter isAllowed: Whether the site takes all that its writers add for its own: `html: allow`.
  static func leavingOut(
    of files: [SourceFolder.File], isAllowed: Bool, reporting diagnostics: inout [Diagnostic]
  ) -> [SourceFolder.File] {
    if isAllowed { return files }
    var leftOut: [String: [String]] = [:]
    let kept = files.filter { file in
      guard let kind = kind(of: file.contentPath) else { return true }
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

  /// The name or the ending by which a file is run; nil for one that only lies there.
  private static func kind(of path: String) -> String? {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    if names.contains(name) { return name }
    let ending = name.split(separator: ".").dropFirst().last.map(String.init) ?? ""
    return endings.contains(ending) ? "." + ending : nil
  }
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
