import Foundation
import Testing

/// A type that other files can name stands in a file of its name.
struct TypeFileTests {
  private static let sources = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  @Test func standInFilesOfTheirNames() throws {
    let files = FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil)
    var count = 0
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let name = file.deletingPathExtension().lastPathComponent
      for type in Self.types(in: try String(contentsOf: file, encoding: .utf8)) {
        count += 1
        #expect(type == name, "\(file.lastPathComponent)")
      }
    }
    #expect(count > 900)
  }

  @Test(arguments: [
    ("struct A {\n  struct B {}\n}\n", ["A"]), ("public final class A: B {}\n", ["A"]),
    ("private struct A {}\nfileprivate enum B {}\n", []), ("extension A {\n}\n", []),
    (
      "@TaskLocal\npackage protocol A {}\n@main struct B {}\nindirect enum C {}\n", ["A", "B", "C"]
    ),
  ])
  func readsTypes(text: String, types: [String]) {
    #expect(Self.types(in: text) == types)
  }

  /// Returns the names of the types of a file that are neither private nor in another.
  private static func types(in text: String) -> [String] {
    let declaration =
      #/
      ^(?:@\w+\ )*
      (?<access>(?:(?:public|package|internal|fileprivate|private|final|indirect)\ )*)
      (?:struct|class|enum|protocol|actor)\ (?<name>\w+)
      /#
    return text.split(separator: "\n").compactMap { line in
      guard let match = line.firstMatch(of: declaration), !match.access.contains("private") else {
        return nil
      }
      return String(match.name)
    }
  }
}
