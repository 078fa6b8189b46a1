import Foundation
import Testing

/// What a build that meets another, or is killed, leaves.
@Suite struct InterruptionTests {
  private static let count = 1_000

  /// Writes every sheet with the same word, so that two versions of the site share no page of it.
  private static func write(
    _ word: String, to program: Program, count: Int = count
  ) throws {
    for number in 0..<count {
      let text = "---\ntitle: Fiche \(number)\ntags: [t\(number % 20)]\n---\n\nVersion \(word).\n"
      try program.write(text, to: "site/content/s/fiche-\(number).md")
    }
  }

  @Test(.timeLimit(.minutes(30)))
  func keepsTheSiteWholeWhenKilledAtAnyMoment() throws {
    let program = try Program()
    try Self.write("aube", to: program)
    #expect(try program.run("build", "--source", "site").status == 0)
    let first = program.files(in: "site/output")
    try Self.write("brune", to: program)
    let start = Date()
    #expect(try program.run("build", "--source", "site", "--output", "other").status == 0)
    let whole = Date().timeIntervalSince(start)
    let second = program.files(in: "other")
    #expect(second["s/fiche-7/index.html"] != first["s/fiche-7/index.html"])

    var killed = 0
    for moment in 1...10 {
      // From scratch: what a build before has left would make this one too short to be killed.
      let process = try program.start("build", "--source", "site", "--from-scratch")
      // Not by a task, which would wake late while the tests beside it keep all threads.
      Thread.sleep(forTimeInterval: whole * Double(moment) / 11)
      if process.isRunning { killed += 1 }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let published = program.files(in: "site/output")
      #expect(published == first || published == second, "killed at \(moment) elevenths")
    }
    #expect(killed > 0)
    #expect(try program.run("build", "--source", "site").status == 0)
    #expect(program.files(in: "site/output") == second)
    let beside = try FileManager.default.contentsOfDirectory(atPath: program.root + "/site")
    #expect(beside.sorted() == [".archipel", "content", "output"])
  }

  @Test func endsWellWhenTwoBuildsMeet() throws {
    let program = try Program()
    for number in 0..<100 { try program.write("Page.\n", to: "site/content/p\(number).md") }
    let builds = try (0..<3).map { _ in try program.start("build", "--source", "site") }
    for build in builds {
      build.waitUntilExit()
      #expect(build.terminationStatus == 0)
    }
    #expect(try program.run("build", "--source", "site", "--output", "alone").status == 0)
    #expect(program.files(in: "site/output") == program.files(in: "alone"))
  }

  @Test func buildsTheSameInAnyTimeZoneAndLanguage() throws {
    let program = try Program()
    try program.write("---\ndate: 2026-03-14\ntags: [é, e]\n---\n", to: "site/content/a.md")
    try program.write("---\ndate: 2026-03-15\n---\n", to: "site/content/b.md")
    let places = [
      ["TZ": "Asia/Tokyo", "LANG": "en_US.UTF-8"], ["TZ": "UTC", "LANG": "fr_FR.UTF-8"],
      ["TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"],
    ]
    let sites = try places.enumerated().map { number, environment in
      let run = try program.run(
        "build", "--source", "site", "--output", "out\(number)", "--jobs", "\(number + 1)",
        environment: environment)
      #expect(run.status == 0)
      return program.files(in: "out\(number)")
    }
    #expect(sites[0]["a/index.html"] != nil && sites[0]["b/index.html"] == nil)
    #expect(sites.allSatisfy { $0 == sites[0] })
  }
}
