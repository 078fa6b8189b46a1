import FoundationEssentials
import Subprocess

/// Keeps what is written in the history of a folder, and tells what the history has of one file.
///
/// A folder may come from a stranger with its `.git`, whose settings and hooks name programs. None of them is
/// run: files become objects as they are (no filter), the tree is made in an index of our own, hooks are
/// looked for in no folder, nothing is signed, and what is sent leaves from an empty repository that has
/// the objects of this one and none of its settings.
public struct HistoryKeeper: Sendable {
  /// What git is asked to keep.
  public struct Change: Sendable {
    /// The files, by their path relative to the folder; no bytes for one that has gone.
    public let files: [(path: String, bytes: [UInt8]?)]
    /// Who made the change.
    public let name: String
    /// Their e-mail address.
    public let mail: String
    /// What they did.
    public let message: String
    /// The branch that keeps it; the current one when nil.
    public let branch: String?

    /// Creates a change.
    public init(
      _ files: [(path: String, bytes: [UInt8]?)], name: String, mail: String, message: String,
      branch: String? = nil
    ) {
      self.files = files
      self.name = name
      self.mail = mail
      self.message = message
      self.branch = branch
    }
  }

  /// What is known before anything is kept.
  public struct State: Sendable {
    /// The current branch.
    public let branch: String
    /// Who git takes for the author; empty when it knows nobody.
    public let name: String
    /// Their e-mail address; empty when git knows none.
    public let mail: String
    /// Where changes can be sent, if anywhere.
    public let remote: String?
  }

  /// A change that the history has.
  public struct Entry: Sendable {
    /// The hash that names its commit.
    public let commit: String
    /// Its day, as `2026-11-29`.
    public let day: String
    /// Who made it.
    public let author: String
    /// The first line of its message.
    public let message: String
  }

  private let git: Git
  private let protocols: String

  /// Creates a keeper of a folder, anywhere in a work tree.
  public init(of folder: String) {
    self.init(Git(folder, changes: ["GIT_LITERAL_PATHSPECS": "1"]), protocols: "https:ssh")
  }

  /// - Parameter protocols: The ways by which changes may be sent, as git names them.
  init(_ git: Git, protocols: String) {
    self.git = git
    self.protocols = protocols
  }

  /// Returns what is known before anything is kept.
  ///
  /// - Throws: ``HistoryRefusal`` when the folder is in no repository that takes changes.
  public func state() async throws -> State {
    let place = try await place()
    return State(
      branch: place.branch, name: await setting("user.name") ?? "",
      mail: await setting("user.email") ?? "", remote: await remote())
  }

  /// Returns the last changes of a file, the newest first.
  ///
  /// - Throws: ``HistoryRefusal`` where there is no history, and what git failed at.
  public func entries(ofFileAt path: String, atMost limit: Int = 50) async throws -> [Entry] {
    _ = try await place()
    let log = try await git.ask(
      [
        "log", "-n", String(limit), "-z", "--no-ext-diff", "--no-textconv", "--no-color",
        "--format=tformat:%H%x1f%as%x1f%an%x1f%s", "--", path,
      ])
    return log.split(separator: "\0").compactMap { entry in
      let parts = entry.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(
        String.init)
      guard parts.count == 4 else { return nil }
      return Entry(commit: parts[0], day: parts[1], author: parts[2], message: parts[3])
    }
  }

  /// Keeps a change: its files alone, whatever else is changed or staged.
  ///
  /// - Returns: The name of the commit; nil when the history has all of it already.
  /// - Throws: ``HistoryRefusal`` where nothing can be kept, and what git failed at.
  public func keep(_ change: Change) async throws -> String? {
    let place = try await place()
    let branch = change.branch ?? place.branch
    let reference = "refs/heads/" + branch
    let tip = try await commit(reference)
    var parent = tip
    if parent == nil { parent = try await commit("HEAD") }
    let apart = FileManager.default.temporaryDirectory.path + "/archipel-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: apart + "/files", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: apart) }
    // Before git writes an index, it reads files that changed with it once more, through the filters that
    // the repository names: here it finds no file to read.
    let indexes = Git(
      apart + "/files",
      changes: [
        "GIT_DIR": place.repository, "GIT_WORK_TREE": apart + "/files",
        "GIT_LITERAL_PATHSPECS": "1",
      ])
    let entries = try await entries(
      of: change.files, below: place.prefix, hashLength: parent?.utf8.count ?? 40)
    let own = ["GIT_INDEX_FILE": apart + "/index"]
    if let parent { _ = try await indexes.ask(["read-tree", parent], with: own) }
    _ = try await indexes.ask(["update-index", "-z", "--index-info"], input: entries, with: own)
    let tree = try await indexes.line(["write-tree"], with: own)
    if let parent, try await git.line(["rev-parse", parent + "^{tree}"]) == tree { return nil }
    let made = try await git.line(
      ["commit-tree", "--no-gpg-sign", tree] + (parent.map { ["-p", $0] } ?? []) + ["-F", "-"],
      input: Array(change.message.utf8),
      with: [
        "GIT_AUTHOR_NAME": change.name, "GIT_AUTHOR_EMAIL": change.mail,
        "GIT_COMMITTER_NAME": change.name, "GIT_COMMITTER_EMAIL": change.mail,
      ])
    let none = String(repeating: "0", count: made.utf8.count)
    _ = try await git.ask(["update-ref", "-m", "archipel desk", reference, made, tip ?? none])
    // Otherwise git would take what has just been kept for something that is staged to be undone.
    if branch == place.branch {
      _ = try await indexes.ask(["update-index", "-z", "--index-info"], input: entries)
    }
    return made
  }

  /// Sends a branch to where the repository comes from.
  ///
  /// - Throws: ``HistoryRefusal`` when there is no such branch or nowhere to send it, and what git failed at.
  public func send(branch: String) async throws {
    _ = try await place()
    guard let address = await remote() else { throw HistoryRefusal.noRemote }
    guard let commit = try await commit("refs/heads/" + branch) else {
      throw HistoryRefusal.noBranch(branch)
    }
    let objects = try await git.line(
      ["rev-parse", "--path-format=absolute", "--git-path", "objects"])
    let folder = FileManager.default.temporaryDirectory.path + "/archipel-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let empty = Git(
      folder,
      changes: [
        "GIT_ALLOW_PROTOCOL": protocols,
        "GIT_SSH_COMMAND": ProcessInfo.processInfo.environment["GIT_SSH_COMMAND"]
          ?? "ssh -oBatchMode=yes",
      ])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try await empty.ask(["init", "--quiet", "--bare", "--template=", "."])
    try Data((objects + "\n").utf8).write(
      to: URL(filePath: folder + "/objects/info/alternates"))
    _ = try await empty.ask(
      ["push", "--quiet", "--no-verify", "--", address, "\(commit):refs/heads/\(branch)"])
  }

  // MARK: Steps

  /// Where the folder is in its repository.
  private struct Place {
    let branch: String
    /// The folder that holds the history, absolute.
    let repository: String
    /// The way from the top of the work tree to the folder; empty, or ending with a slash.
    let prefix: String
  }

  private func place() async throws -> Place {
    let lines: [String]
    do {
      lines = try await git.ask(
        [
          "rev-parse", "--is-inside-work-tree", "--absolute-git-dir", "--show-toplevel",
          "--show-prefix",
        ]
      ).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    } catch GitFailure.refused(let reason) where reason.contains("not a git repository") {
      throw GitFailure.noRepository
    }
    guard lines.count >= 4, lines[0] == "true" else { throw GitFailure.noRepository }
    try Self.checkLink(from: lines[2] + "/.git", to: lines[1])
    guard let branch = try? await git.line(["symbolic-ref", "--quiet", "--short", "HEAD"]) else {
      throw HistoryRefusal.noCurrentBranch
    }
    return Place(branch: branch, repository: lines[1], prefix: lines[3])
  }

  /// A file `.git` names a repository that is elsewhere: it may be anybody's, unless it knows of it.
  private static func checkLink(from link: String, to repository: String) throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: link, isDirectory: &isFolder), !isFolder else {
      return
    }
    let known = FileManager.default.contents(atPath: repository + "/gitdir")
      .map { String(decoding: $0, as: UTF8.self) }
    guard known?.split(separator: "\n").first.map(String.init) == link else {
      throw HistoryRefusal.elsewhere(repository)
    }
  }

  /// Makes objects of files, and the lines that put them into an index.
  ///
  /// - Parameter hashLength: How many digits the repository's hashes have: 40, or 64 with SHA-256.
  private func entries(
    of files: [(path: String, bytes: [UInt8]?)], below prefix: String, hashLength: Int
  ) async throws -> [UInt8] {
    var entries: [UInt8] = []
    for (path, bytes) in files {
      var line = "0 \(String(repeating: "0", count: hashLength))\t"
      if let bytes {
        // Without a path, no filter of the repository is run.
        line = "100644 \(try await git.line(["hash-object", "-w", "--stdin"], input: bytes))\t"
      }
      entries += Array((line + prefix + path).utf8) + [0]
    }
    return entries
  }

  private func commit(_ name: String) async throws -> String? {
    let found = try? await git.line(["rev-parse", "--verify", "--quiet", name + "^{commit}"])
    return found?.isEmpty == false ? found : nil
  }

  private func setting(_ name: String) async -> String? {
    let value = try? await git.line(["config", "--get", name])
    return value?.isEmpty == false ? value : nil
  }

  /// The address that changes are sent to, as it is written: what would rewrite it is not asked.
  private func remote() async -> String? {
    guard let address = await setting("remote.origin.url"), !address.hasPrefix("-") else {
      return nil
    }
    return address
  }
}
