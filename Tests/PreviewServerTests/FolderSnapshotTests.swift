import Foundation
import Testing

@testable import PreviewServer

/// Files that are looked at, where the system does not tell of changes.
@Suite struct FolderSnapshotTests {
  @Test(arguments: [
    ("echo Autre > content/a.md", true), ("mkdir content/new", true), ("rm content/a.md", true),
    ("touch -d 1990-01-01 content/a.md", true), ("touch -d 2090-01-01 content/a.md", true),
    ("mv content/a.md content/b.md", true), ("chmod 600 content/a.md", true),
    ("echo 'title: A' > archipel.yaml", true), ("rm -r content", true),
    ("echo a > content/.a.swp; echo a > content/a.md~; echo a > README.md", false),
    ("mkdir output; echo a > output/index.html", false), ("cat content/a.md", false),
  ])
  func isAnotherAfterAChange(script: String, isAnother: Bool) throws {
    let root = FileManager.default.temporaryDirectory.path + "/archipel-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: root + "/content", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: root) }
    try Data("Bonjour.".utf8).write(to: URL(filePath: root + "/content/a.md"))
    let tree = SourceTree(source: root, output: root + "/output")
    let roots = [
      WatchedFolder(path: root, isDeep: false),
      WatchedFolder(path: root + "/content", isDeep: true),
    ]
    let before = FolderSnapshot(of: roots, in: tree)
    #expect(before == FolderSnapshot(of: roots, in: tree))
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-e", "-c", script]
    process.currentDirectoryURL = URL(filePath: root)
    try process.run()
    process.waitUntilExit()
    #expect((before != FolderSnapshot(of: roots, in: tree)) == isAnother)
  }
}
