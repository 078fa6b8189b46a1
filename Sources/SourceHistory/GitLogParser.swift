/// Reads what `git log` writes, as it comes, from the latest commit to the first.
///
/// A commit is `@DAY US AUTHOR US CO-AUTHOR…`, then a status and one or two paths for each file that
/// it changed; all of these end in NUL, the only byte that no path holds. What is kept grows with the
/// number of files and of people, not with that of commits.
struct GitLogParser {
  /// What the log is asked to write of a commit.
  static let format =
    "@%as%x1f%aN%x1f%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)"

  /// What is known of a file so far.
  private struct Trail {
    var lastChange: String?
    /// The rank of each person's first commit, counted from the latest.
    var firstCommits: [Int: Int] = [:]
  }

  private struct Commit {
    var day: String?
    var people: [Int] = []
    var changes: [Change] = []
  }

  private enum Change {
    case changed(String)
    case deleted(String)
    case renamed(from: String, to: String, isChanged: Bool)
  }

  /// The latest day that is taken: after it, the clock of whoever committed was ahead.
  private let lastDay: String
  private var pending: [UInt8] = []
  private var status: Substring = ""
  private var formerPath: String?
  private var commit = Commit()
  private var commitCount = 0
  private var trails: [Trail] = []
  /// The file of today that a path is at this point of the past; nil when it is a former file.
  private var fileByPath: [String: Int?] = [:]
  private var personByName: [String: Int] = [:]
  private var paths: [String] = []

  /// Everybody met, as the log writes them: the name of an author, `NAME <ADDRESS>` of a co-author.
  private(set) var people: [String] = []

  init(lastDay: String) {
    self.lastDay = lastDay
  }

  /// Reads on.
  mutating func consume(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte != 0 {
        pending.append(byte)
      } else {
        read(String(decoding: pending, as: UTF8.self))
        pending.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Returns what was read.
  ///
  /// - Parameters:
  ///   - state: What the log was read from.
  ///   - name: The name that a person goes by; nil for who is not to be counted.
  mutating func finish(state: String, naming name: (String) -> String?) -> SourceHistory {
    endCommit()
    let names = people.map(name)
    var files: [String: SourceHistory.File] = [:]
    for (path, trail) in zip(paths, trails) {
      var firstCommits: [String: Int] = [:]
      for (person, commit) in trail.firstCommits {
        guard let name = names[person] else { continue }
        firstCommits[name] = max(commit, firstCommits[name] ?? 0)
      }
      let contributors = firstCommits.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      files[path] = SourceHistory.File(
        lastChange: trail.lastChange, contributors: contributors.map(\.key))
    }
    return SourceHistory(files: files, state: state)
  }

  /// Reads a field between two NULs: the head of a commit, a status or a path.
  private mutating func read(_ token: String) {
    if let former = formerPath {
      commit.changes.append(
        .renamed(from: former, to: token, isChanged: status != "R100"))
      (status, formerPath) = ("", nil)
    } else if status.isEmpty {
      // The first status of a commit follows an empty line.
      if token.utf8.first == UInt8(ascii: "@") {
        start(token)
      } else {
        status = token.drop { $0 == "\n" }
      }
    } else {
      switch status.utf8.first {
      case UInt8(ascii: "R"), UInt8(ascii: "C"): formerPath = token
      case UInt8(ascii: "D"): commit.changes.append(.deleted(token))
      default: commit.changes.append(.changed(token))
      }
      if formerPath == nil { status = "" }
    }
  }

  private mutating func start(_ head: String) {
    endCommit()
    let parts = head.dropFirst().split(separator: "\u{1F}", omittingEmptySubsequences: true)
    guard let day = parts.first else { return }
    commit.day = String(day)
    commit.people = parts.dropFirst().map { person(named: String($0)) }
  }

  private mutating func person(named name: String) -> Int {
    if let known = personByName[name] { return known }
    personByName[name] = people.count
    people.append(name)
    return people.count - 1
  }

  /// Takes the changes of a commit together: two files may have taken each other's name.
  private mutating func endCommit() {
    var renamed: [(path: String, file: Int?)] = []
    for change in commit.changes {
      switch change {
      case .changed(let path): record(path)
      case .deleted(let path):
        // Before that, the path was another file's, but for the one that took its name.
        renamed.append((path, nil))
      case .renamed(let former, let path, let isChanged):
        if isChanged { record(path) }
        renamed.append((path, nil))
        renamed.append((former, file(at: path)))
      }
    }
    for (path, file) in renamed where file == nil { fileByPath[path] = .some(nil) }
    for (path, file) in renamed where file != nil { fileByPath[path] = file }
    commit = Commit()
    commitCount += 1
  }

  private mutating func record(_ path: String) {
    guard let file = file(at: path) else { return }
    if let day = commit.day, day <= lastDay, day > trails[file].lastChange ?? "" {
      trails[file].lastChange = day
    }
    for person in commit.people { trails[file].firstCommits[person] = commitCount }
  }

  private mutating func file(at path: String) -> Int? {
    if let known = fileByPath[path] { return known }
    fileByPath[path] = trails.count
    paths.append(path)
    trails.append(Trail())
    return trails.count - 1
  }
}
