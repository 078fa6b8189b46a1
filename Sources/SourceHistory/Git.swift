import FoundationEssentials
import Subprocess

/// The git program, asked about a folder.
///
/// Its answers depend on the commits and on `.mailmap` alone: every setting that would change them is
/// given, and the user's own are kept only for what they are for, as `safe.directory`.
struct Git {
  private let folder: String
  /// The environment that git runs in.
  private let environment: Environment

  /// Creates the way to ask.
  ///
  /// - Parameter changes: What differs from the environment of the program.
  init(_ folder: String, changes: [String: String?] = [:]) {
    self.folder = folder
    let all = Self.changes.merging(changes) { $1 }
    environment = .inherit.updating(
      Dictionary(uniqueKeysWithValues: all.map { (Environment.Key(stringLiteral: $0), $1) }))
  }

  /// What a history is read from.
  struct State: Equatable {
    /// The name of the current commit.
    let commit: String
    /// What `.mailmap` holds, committed or not.
    let mailmap: String

    /// The state as one text.
    var text: String { commit + "\n" + mailmap }
  }

  /// Returns what the history would be read from now.
  ///
  /// - Throws: ``GitFailure`` when there is no history, or only a part of it.
  func state() async throws -> State {
    let (lines, reason) = try await answer(
      to: [
        "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "HEAD", "--show-toplevel",
      ])
    let parts = lines.split(separator: "\n", maxSplits: 3)
    if parts.isEmpty, !reason.contains("not a git repository") { throw GitFailure.refused(reason) }
    guard parts.count == 4, parts[0] == "true", parts[2] != "HEAD" else {
      throw GitFailure.noRepository
    }
    if parts[1] == "true" { throw GitFailure.shallow }
    return State(
      commit: String(parts[2]), mailmap: try Self.mailmap(of: String(parts[3].dropLast())))
  }

  /// Returns what `.mailmap` holds; git would read one that is a pipe or a device for ever.
  private static func mailmap(of folder: String) throws -> String {
    let path = folder + "/.mailmap"
    guard let found = try? FileManager.default.attributesOfItem(atPath: path) else { return "" }
    let size = (found[.size] as? Int) ?? (found[.size] as? UInt64).map(Int.init(clamping:)) ?? 0
    guard found[.type] as? FileAttributeType == .typeRegular, size <= maxBytes else {
      throw GitFailure.refused(".mailmap is no regular file of at most \(maxBytes) bytes")
    }
    return String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  /// Returns the history up to the commit of a state, from one log.
  func history(of state: State, lastDay: String) async throws -> SourceHistory {
    var parser = try await log(GitLogParser(lastDay: lastDay), upTo: state.commit)
    let names = try await names(of: parser.people.filter { $0.hasSuffix(">") })
    return parser.finish(state: state.text) { person in
      let name = names[person] ?? person
      return name.hasSuffix("[bot]") ? nil : name
    }
  }

  private func log(_ parser: GitLogParser, upTo commit: String) async throws -> GitLogParser {
    let arguments = [
      "log", "--no-merges", "--name-status", "-z", "-M", "-l400", "--no-ext-diff",
      "--no-textconv", "--no-color", "--relative", "--format=tformat:" + GitLogParser.format,
      commit, "--", ".",
    ]
    let result = try await run(
      .name("git"), arguments: Arguments(global + arguments), environment: environment,
      input: .none, output: .sequence, error: .string(limit: Self.maxBytes)
    ) { execution in
      var parser = parser
      for try await buffer in execution.standardOutput {
        buffer.withUnsafeBytes { parser.consume($0) }
      }
      return parser
    }
    guard result.terminationStatus.isSuccess else {
      throw GitFailure.refused(Self.reason(result.standardError))
    }
    return result.closureResult
  }

  /// Returns the names of co-authors, who are written as `NAME <ADDRESS>`: `.mailmap` may know them.
  private func names(of people: [String]) async throws -> [String: String] {
    guard !people.isEmpty else { return [:] }
    let result = try await run(
      .name("git"), arguments: Arguments(global + ["check-mailmap", "--stdin"]),
      environment: environment, input: .string(people.map { $0 + "\n" }.joined()),
      output: .string(limit: 2 * Self.maxBytes))
    let mapped = result.standardOutput.split(separator: "\n")
    var names: [String: String] = [:]
    for (index, person) in people.enumerated() {
      // One who is not written as a person ends the answer: the name as written is then kept.
      let line = mapped.count == people.count ? mapped[index] : Substring(person)
      let name = line.prefix { $0 != "<" }.drop { $0 == " " }
      names[person] = String(name.reversed().drop { $0 == " " }.reversed())
    }
    return names
  }

  /// Asks git something, and returns what it answers.
  ///
  /// - Parameters:
  ///   - input: What it reads.
  ///   - changes: What differs from the environment of the other questions.
  /// - Throws: ``GitFailure`` when git complains.
  func ask(
    _ arguments: [String], input: [UInt8] = [], with changes: [String: String] = [:]
  ) async throws -> String {
    do {
      let result = try await run(
        .name("git"), arguments: Arguments(global + arguments),
        environment: environment.updating(
          Dictionary(
            uniqueKeysWithValues: changes.map { (Environment.Key(stringLiteral: $0), $1) })),
        input: .array(input), output: .string(limit: 16 * Self.maxBytes),
        error: .string(limit: Self.maxBytes))
      guard result.terminationStatus.isSuccess else {
        throw GitFailure.refused(Self.reason(result.standardError))
      }
      return result.standardOutput
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw GitFailure.noProgram
    }
  }

  /// Asks git something that it answers in a line.
  func line(
    _ arguments: [String], input: [UInt8] = [], with changes: [String: String] = [:]
  ) async throws -> String {
    let answer = try await ask(arguments, input: input, with: changes)
    return String(answer.prefix { $0 != "\n" })
  }

  private func answer(to arguments: [String]) async throws -> (String, reason: String) {
    do {
      let result = try await run(
        .name("git"), arguments: Arguments(global + arguments), environment: environment,
        output: .string(limit: Self.maxBytes), error: .string(limit: Self.maxBytes))
      return (result.standardOutput, Self.reason(result.standardError))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw GitFailure.noProgram
    }
  }

  /// The first line of what git complains of, without `fatal:`.
  private static func reason(_ complaint: String) -> String {
    let line = complaint.split(separator: "\n").first ?? ""
    return String(line.hasPrefix("fatal: ") ? line.dropFirst(7) : line)
  }

  private static let maxBytes = 1 << 20

  private var global: [String] {
    ["--no-optional-locks", "-C", folder]
      + Self.settings.flatMap { ["-c", $0] }
  }

  /// The settings of a user or of a clone that would change the answers.
  private static let settings = [
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "commit.gpgSign=false",
    "log.showSignature=false", "log.showRoot=true",
    "i18n.logOutputEncoding=UTF-8", "mailmap.file=", "mailmap.blob=", "trailer.separators=:",
    "core.commentChar=#",
  ]

  /// Where a hook runs, these name another repository; and nothing is to be asked or fetched, nor
  /// told otherwise than the commits do.
  private static let changes: [String: String?] = [
    "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_COMMON_DIR": nil, "GIT_INDEX_FILE": nil,
    "GIT_NAMESPACE": nil, "GIT_OBJECT_DIRECTORY": nil, "GIT_EXTERNAL_DIFF": nil,
    "GIT_TRACE": nil, "GIT_LITERAL_PATHSPECS": nil, "GIT_ICASE_PATHSPECS": nil,
    "GIT_SHALLOW_FILE": nil, "GIT_GRAFT_FILE": "/dev/null", "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
  ]
}
