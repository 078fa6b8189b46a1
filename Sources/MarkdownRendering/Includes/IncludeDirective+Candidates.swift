import TextEncoding

extension IncludeDirective {
  /// Returns the files that a directive may mean, in their order; none when it leads out of the source.
  func candidates(from file: String) -> [String] {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("://"), !path.contains("\\") else {
      return []
    }
    let bases = base == .file ? [file] : Self.bases(from: file)
    var found: [String] = []
    for start in bases {
      guard let target = SitePath(path[...], from: start[...]), !target.isFolder,
        !found.contains(target.text)
      else { continue }
      found.append(target.text)
    }
    return found
  }

  /// Returns the files that a path may mean which leads out of the source.
  ///
  /// Other tools are run in a deeper folder. Each list holds one end of the path, the longest first, below
  /// each folder from the source to that of a file.
  func candidatesOfEnds(from file: String) -> [[String]] {
    guard path.hasPrefix("../"), !path.contains("\\") else { return [] }
    let parts = path.split(separator: "/").drop { $0 == ".." || $0 == "." }
    guard !parts.isEmpty, !parts.contains(".."), parts.count <= Self.maxParts else { return [] }
    return parts.indices.map { first in
      let end = parts[first...].joined(separator: "/")
      var found: [String] = []
      for start in Self.bases(from: file) {
        guard let target = SitePath(end[...], from: start[...]), !target.isFolder,
          !found.contains(target.text)
        else { continue }
        found.append(target.text)
      }
      return found
    }
  }

  /// How many parts of a path are tried.
  private static let maxParts = 16

  /// Returns a file of each folder from the source to that of a file: other tools are run in one of them.
  private static func bases(from file: String) -> [String] {
    var bases = [""]
    var folder = ""
    for part in file.split(separator: "/").dropLast() {
      folder += part + "/"
      bases.append(folder + "x")
    }
    return bases
  }
}

extension String {
  /// The text without the quotes around it.
  var unquoted: String {
    guard utf8.count > 1, let first, first == "\"" || first == "'", first == last else {
      return self
    }
    return String(dropFirst().dropLast())
  }
}
