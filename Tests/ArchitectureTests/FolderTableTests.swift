import Foundation
import Testing

/// The table of docs/architecture.md names each module, its folders, and files that are there.
struct FolderTableTests {
  private static let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let sources = repository.appending(path: "Sources")

  /// A row of the table.
  private struct Row {
    let module: String
    let folders: [String]
    /// Where to start reading, below the module's folder.
    let files: [String]
  }

  private func rows() throws -> [Row] {
    let text = try String(
      contentsOf: Self.repository.appending(path: "docs/architecture.md"), encoding: .utf8)
    let table = text.components(separatedBy: "| module | folders | start reading at |\n").last ?? ""
    return table.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .prefix { $0.hasPrefix("| ") }
      .map { line in
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        func quoted(_ cell: String) -> [String] {
          cell.matches(of: /`([^`]+)`/).map { String($0.output.1) }
        }
        return Row(
          module: cells[1].trimmingCharacters(in: .whitespaces), folders: quoted(cells[2]),
          files: quoted(cells[3]))
      }
  }

  private func folders(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: Self.sources.appending(path: path), includingPropertiesForKeys: [.isDirectoryKey]
    )
    .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    .map(\.lastPathComponent).sorted()
  }

  @Test func namesEveryModule() throws {
    // A C library has no folders, nor has the program, which is one line.
    let modules = try folders(in: "").filter { module in
      let map = Self.sources.appending(path: "\(module)/module.modulemap").path
      return module != "archipel" && !FileManager.default.fileExists(atPath: map)
    }
    #expect(try rows().map(\.module).sorted() == modules)
  }

  @Test func namesEveryFolderAndFilesThatAreThere() throws {
    for row in try rows() {
      #expect(try row.folders.sorted() == folders(in: row.module), "\(row.module)")
      #expect(!row.files.isEmpty)
      for file in row.files {
        let path = Self.sources.appending(path: "\(row.module)/\(file)").path
        #expect(FileManager.default.fileExists(atPath: path), "\(row.module)/\(file)")
      }
    }
  }
}
