import Foundation
import LivingSite
import Testing

/// A build that is killed leaves nothing that the next one could mistake.
@Suite struct KilledBuildTests {
  /// How far a build had come when it was killed, as the disk tells.
  private enum Phase: Hashable {
    /// It read, linked or planned, or had not begun.
    case reading
    /// It made files in its work folder.
    case making
    /// It had removed the record of the last build, and not left its own.
    case publishing
    case ended
  }

  @Test(.timeLimit(.minutes(30)))
  func buildsWhatABuildFromScratchWouldAfterOneWasKilled() throws {
    let seed: UInt64 = 31
    let program = try Program()
    var living = try LivingSite(in: program.root + "/site", seed: seed)
    var random = SeededRandom(seed: seed)
    var changes: [String] = []
    var phases: [Phase: Int] = [:]
    var duration = try compare(program, on: living.day)
    for _ in 0..<40 {
      changes.append(try living.change())
      let isWhole = Bool.random(using: &random)
      let phase = try kill(
        program, on: living.day, isWhole: isWhole, after: duration, &random)
      phases[phase, default: 0] += 1
      if Bool.random(using: &random) { changes.append(try living.change()) }
      duration = try compare(program, on: living.day, "\(changes.suffix(4)), \(phase)")
    }
    // Many were killed before their end, and not always at the same point.
    #expect(phases[.reading, default: 0] > 0, "\(phases)")
    #expect(phases[.making, default: 0] + phases[.publishing, default: 0] > 0, "\(phases)")
  }

  /// Builds the site after its last build and from scratch; returns how long the first took.
  private func compare(
    _ program: Program, on day: Int, _ circumstances: String = ""
  ) throws -> Duration {
    let clock = ["SOURCE_DATE_EPOCH": "\(Self.epoch + day * 86_400)"]
    let start = ContinuousClock.now
    let made = try program.run("build", "--source", "site", environment: clock)
    let duration = ContinuousClock.now - start
    let right = try program.run(
      "build", "--source", "site", "--output", "whole", "--from-scratch", environment: clock)
    #expect(made.status == right.status, "\(circumstances): \(made.errors)")
    #expect(Self.findings(made) == Self.findings(right), "\(circumstances)")
    guard right.status == 0 else { return duration }
    let (published, whole) = (program.files(in: "site/output"), program.files(in: "whole"))
    let paths = Set(published.keys).union(whole.keys).filter { published[$0] != whole[$0] }
    try #require(paths.sorted() == [], "\(circumstances)")
    return duration
  }

  /// Starts a build and kills it: after a while, once it makes files, or once it publishes.
  private func kill(
    _ program: Program, on day: Int, isWhole: Bool, after duration: Duration,
    _ random: inout SeededRandom
  ) throws -> Phase {
    let record = record(program)
    let share = Double.random(in: 0..<1, using: &random)
    let way = Int.random(in: 0..<4, using: &random)
    let process = try program.start(
      ["build", "--source", "site"] + (isWhole ? ["--from-scratch"] : []),
      environment: ["SOURCE_DATE_EPOCH": "\(Self.epoch + day * 86_400)"])
    switch way {
    // Not by a task, which would wake late while the tests beside it keep all threads.
    case 0: Thread.sleep(forTimeInterval: duration / .seconds(1) * share)
    case 1, 2:
      while process.isRunning, !isMaking(program) { sched_yield() }
      if way == 2 { Thread.sleep(forTimeInterval: duration / .seconds(1) * share / 20) }
    default: while process.isRunning, access(record, F_OK) == 0 { sched_yield() }
    }
    let wasRunning = process.isRunning
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    if !wasRunning { return .ended }
    if access(record, F_OK) != 0 { return .publishing }
    return isMaking(program) ? .making : .reading
  }

  private func isMaking(_ program: Program) -> Bool {
    access(program.root + "/site/.output.archipel", F_OK) == 0
  }

  /// The record of the last build, which is there whenever a build has ended well.
  private func record(_ program: Program) -> String {
    let records = program.root + "/site/.archipel/records"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: records)) ?? []
    return records + "/" + (names.first ?? "")
  }

  /// What a run told of the content.
  private static func findings(_ run: Program.Run) -> [String] {
    run.errorLines.filter { $0.contains("content/") }
  }

  /// 14 March 2026.
  private static let epoch = 1_773_446_400
}
