import Foundation

/// An `import` in a source file.
struct ImportStatement: Hashable {
  /// The file, relative to `Sources/`.
  let path: String
  /// The line, from 1.
  let line: Int
  /// What is imported, without the parts of it that are named.
  let imported: String

  /// The module that the file belongs to.
  var module: String { path.split(separator: "/").first.map(String.init) ?? "" }

  /// Finds the imports of a source text.
  static func all(in text: String, path: String) -> [ImportStatement] {
    let pattern =
      /^\s*(@\w+(\([^)]*\))?\s+)*((public|package|internal|fileprivate|private)\s+)?import\s+((struct|class|enum|protocol|func|var|let|typealias)\s+)?(?<name>\w+)/
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      line.prefixMatch(of: pattern).map {
        ImportStatement(path: path, line: index + 1, imported: String($0.output.name))
      }
    }
  }

  /// Finds the imports of every Swift file below a folder, by path and line.
  static func all(below folder: URL) throws -> [ImportStatement] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().flatMap { path in
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      return all(in: text, path: path)
    }
  }
}
