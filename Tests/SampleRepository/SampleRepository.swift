import Foundation
import Subprocess

/// A git repository made for one test, removed with it.
public final class SampleRepository: Sendable {
  /// Its work tree.
  public let folder: String

  /// Makes an empty repository, in a new folder unless one is named.
  ///
  /// - Parameter folder: A folder that somebody else removes.
  public init(at folder: String? = nil) async throws {
    self.folder =
      folder
      ?? FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/archipel-depot-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: self.folder, withIntermediateDirectories: true)
    try await git("init", "--quiet", "--initial-branch=main")
  }

  deinit {
    if folder.contains("/archipel-depot-") { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Writes a file of the work tree.
  public func write(_ text: String, to path: String) throws {
    let whole = URL(filePath: folder + "/" + path)
    try FileManager.default.createDirectory(
      at: whole.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: whole)
  }

  /// Writes files, and commits everything that the work tree holds.
  ///
  /// - Parameters:
  ///   - author: Who commits, as `Marie <marie@exemple.fr>`.
  ///   - moment: When, as `2026-01-02T10:00:00+0100`.
  public func commit(
    _ files: KeyValuePairs<String, String> = [:], by author: String = "Marie <marie@exemple.fr>",
    on moment: String, message: String = "Change"
  ) async throws {
    for (path, text) in files { try write(text, to: path) }
    try await git("add", "--all")
    let parts = author.split(separator: "<")
    let (name, mail) = (parts[0].dropLast(), parts[1].dropLast())
    try await git(
      "commit", "--quiet", "--allow-empty", "-m", message,
      with: [
        "GIT_AUTHOR_NAME": "\(name)", "GIT_AUTHOR_EMAIL": "\(mail)", "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_NAME": "\(name)", "GIT_COMMITTER_EMAIL": "\(mail)",
        "GIT_COMMITTER_DATE": moment,
      ])
  }

  /// Runs git in the work tree, with no settings but those of the repository.
  ///
  /// - Throws: ``Failure`` when git complains.
  public func git(
    _ arguments: String..., with changes: [String: String] = [:]
  ) async throws {
    let settings = [
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Marie", "GIT_AUTHOR_EMAIL": "marie@exemple.fr",
      "GIT_COMMITTER_NAME": "Marie", "GIT_COMMITTER_EMAIL": "marie@exemple.fr",
    ].merging(changes) { $1 }
    let result = try await run(
      .name("git"),
      arguments: Arguments(["-C", folder, "-c", "protocol.file.allow=always"] + arguments),
      environment: .inherit.updating(
        Dictionary(
          uniqueKeysWithValues: settings.map { (Environment.Key(stringLiteral: $0), $1) })),
      output: .discarded, error: .string(limit: 1 << 16))
    if !result.terminationStatus.isSuccess { throw Failure(complaint: result.standardError) }
  }

  /// What git complained of.
  public struct Failure: Error {
    /// Its words.
    public let complaint: String
  }
}
