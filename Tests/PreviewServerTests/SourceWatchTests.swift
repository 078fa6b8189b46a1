import Foundation
import Synchronization
import Testing

@testable import PreviewServer

/// What is told of a folder of the disk that changes.
@Suite struct SourceWatchTests {
  /// A source folder that is watched until the end of a test.
  private final class Site {
    let root: String
    let watch: SourceWatch
    /// How many bursts were told.
    let count = Count()
    private let counting: Task<Void, Never>
    private var seen = 0

    init(prepare: (String) throws -> Void = { _ in }) throws {
      root = FileManager.default.temporaryDirectory.path + "/archipel-" + UUID().uuidString
      try FileManager.default.createDirectory(
        atPath: root + "/content", withIntermediateDirectories: true)
      try prepare(root)
      let roots = [
        WatchedFolder(path: root, isDeep: false),
        WatchedFolder(path: root + "/content", isDeep: true),
      ]
      let tree = SourceTree(source: root, output: root + "/content/output")
      watch = SourceWatch(roots, in: tree) { Issue.record("a shortage of \($0)") }
      counting = Task { [watch, count] in
        for await _ in watch.changes { count.value.withLock { $0 += 1 } }
      }
    }

    deinit {
      counting.cancel()
      try? FileManager.default.removeItem(atPath: root)
    }

    func write(_ path: String, _ text: String = "Bonjour.") throws {
      try Data(text.utf8).write(to: URL(filePath: root + "/" + path))
    }

    func run(_ script: String) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-e", "-c", script]
      process.currentDirectoryURL = URL(filePath: root)
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }

    /// Waits until something is told, and for the end of what comes with it.
    func change() async throws {
      // In rounds, not by the clock: the tests beside may keep all threads for a minute.
      for _ in 0..<6_000 where count.now == seen { try await Task.sleep(for: .milliseconds(5)) }
      try #require(count.now != seen, "nothing was told")
      while count.now != seen {
        seen = count.now
        try await Task.sleep(for: Debouncer.longest)
      }
    }

    /// Whether a script changes nothing that is told, where a change is told afterwards.
    func isQuiet(_ script: String) async throws -> Bool {
      try run(script)
      try await Task.sleep(for: Debouncer.longest * 2)
      return count.now == seen
    }
  }

  /// A number that a task adds to.
  private final class Count: Sendable {
    let value = Mutex(0)
    var now: Int { value.withLock { $0 } }
  }

  @Test(arguments: [
    "echo a > content/a.md", "echo a > content/.a.tmp; mv content/.a.tmp content/a.md",
    "sed -i s/Avant/Après/ content/sheet.md", "rm content/sheet.md", "touch content/sheet.md",
    "cp content/sheet.md content/sheet.md~; mv content/sheet.md content/old; mv content/old content/sheet.md",
    "ln -s sheet.md content/lien.md", "ln content/sheet.md content/dur.md",
    "chmod 600 content/sheet.md", "echo 'title: A' > archipel.yaml", "rm -r content",
    "mv content elsewhere", "mkdir content/new",
  ])
  func tellsAChange(script: String) async throws {
    let site = try Site {
      try Data("Avant".utf8).write(to: URL(filePath: $0 + "/content/sheet.md"))
    }
    try site.run(script)
    try await site.change()
  }

  @Test(arguments: [
    "echo a > content/.a.swp", "ln -s qui@machine content/.#a.md", "echo a > 'content/#a.md#'",
    "echo a > content/a.md~", "mkdir content/output; echo a > content/output/index.html",
    "mkdir .archipel output; echo a > output/index.html", "echo a > README.md",
    "cat content/sheet.md", "ls -lR content",
  ])
  func keepsQuietAboutWhatIsNoPartOfTheSite(script: String) async throws {
    let site = try Site {
      try Data("Avant".utf8).write(to: URL(filePath: $0 + "/content/sheet.md"))
    }
    #expect(try await site.isQuiet(script))
    try site.write("content/b.md")
    try await site.change()
  }

  @Test func followsAFolderThatComesWithItsSheets() async throws {
    let site = try Site()
    try site.run("mkdir -p new/deep/deeper; echo a > new/deep/deeper/a.md; mv new content/new")
    try await site.change()
    try site.write("content/new/deep/deeper/b.md")
    try await site.change()
  }

  @Test func followsAFolderThatWasRemovedAndPutBack() async throws {
    let site = try Site()
    try site.run("mkdir -p content/a")
    try await site.change()
    try site.run("mv content elsewhere")
    try await site.change()
    try site.run("mv elsewhere content")
    try await site.change()
    try site.write("content/a/b.md")
    try await site.change()
  }

  @Test func leavesAloneAFolderThatWentElsewhere() async throws {
    let site = try Site { root in
      try FileManager.default.createDirectory(
        atPath: root + "/content/a", withIntermediateDirectories: true)
    }
    try site.run("mv content/a elsewhere")
    try await site.change()
    #expect(try await site.isQuiet("echo a > elsewhere/a.md"))
  }

  @Test func followsALinkInsideTheSourceAndNoneOutside() async throws {
    let site = try Site { root in
      try FileManager.default.createDirectory(
        atPath: root + "/shared", withIntermediateDirectories: true)
      let link = FileManager.default.createSymbolicLink(atPath:withDestinationPath:)
      try link(root + "/content/inside", "../shared")
      try link(root + "/content/loop", "../content")
      try link(root + "/content/outside", NSTemporaryDirectory())
    }
    #expect(
      try await site.isQuiet(
        "rm -f \"${TMPDIR:-/tmp}\"/$(basename $PWD).note; echo > \"${TMPDIR:-/tmp}\"/$(basename $PWD).note"
      ))
    try site.write("shared/a.md")
    try await site.change()
  }

  @Test func tellsAThousandChangesInBurstsThatPausesPart() async throws {
    let site = try Site()
    let start = ContinuousClock.now
    for number in 0..<1000 { try site.write("content/\(number % 10).md") }
    try await site.change()
    // Each burst ends with a pause: the time that went by has no place for more, on a slow machine as on
    // a fast one.
    let pauses = (ContinuousClock.now - start) / Debouncer.quiet
    #expect(1...max(1, Int(pauses)) ~= site.count.now)
  }

  @Test func followsOtherFoldersOnceTold() async throws {
    let site = try Site()
    try FileManager.default.createDirectory(
      atPath: site.root + "/themes/ti", withIntermediateDirectories: true)
    site.watch.follow([WatchedFolder(path: site.root + "/themes", isDeep: true)])
    try await site.change()
    try site.write("themes/ti/a.mustache")
    try await site.change()
    #expect(try await site.isQuiet("echo a > content/a.md"))
  }
}
