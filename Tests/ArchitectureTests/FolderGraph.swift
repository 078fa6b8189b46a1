import Foundation

/// Which folders of a module name the types of which others.
struct FolderGraph {
  private var arrows: [String: Set<String>] = [:]

  /// Reads the Swift files of a module.
  init(ofModule folder: URL) throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var files: [String: String] = [:]
    for path in paths where path.hasSuffix(".swift") {
      files[path] = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
    self.init(files: files)
  }

  /// - Parameter files: The text of each file, by its path in the module.
  init(files: [String: String]) {
    let declaration =
      /(?:(?:@\w+(?:\([^)]*\))?|public|package|internal|final|indirect)\s+)*(?:struct|class|enum|protocol|actor|typealias)\s+(?<name>\w+)/
    var folderByType: [String: String] = [:]
    for (path, text) in files {
      for line in text.split(separator: "\n") {
        guard let match = line.prefixMatch(of: declaration) else { continue }
        folderByType[String(match.output.name)] = Self.folder(of: path)
      }
    }
    for (path, text) in files {
      let own = Self.folder(of: path)
      let code = text.replacing(/\/\/[^\n]*/, with: "").replacing(/"(?:\\.|[^"\\])*"/, with: "\"\"")
      for word in code.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
        if let folder = folderByType[String(word)], folder != own {
          arrows[own, default: []].insert(folder)
        }
      }
    }
  }

  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? parts.first.map(String.init) ?? "." : "."
  }

  /// The folders that lead back to themselves, by name.
  var foldersInCircles: [String] {
    arrows.keys.filter { reachable(from: $0).contains($0) }.sorted()
  }

  private func reachable(from folder: String) -> Set<String> {
    var reached: Set<String> = []
    var next = arrows[folder] ?? []
    while let folder = next.popFirst() {
      if reached.insert(folder).inserted { next.formUnion(arrows[folder] ?? []) }
    }
    return reached
  }
}
