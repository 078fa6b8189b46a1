import Foundation
import Testing

/// The built program, installed in a folder of one test as a distribution would, and removed with it.
final class Program {
  /// The folder of the test.
  let root: String
  private let executable: String

  /// What a run of the program left behind.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
    /// The lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// Installs the program that stands beside the test bundle.
  ///
  /// - Parameter isAlone: Whether it has a file of its own, which takes longer: where tests that run
  ///   meanwhile link to one file, the disk notes a change of it, and a record is that of another program.
  init(isAlone: Bool = false) throws {
    root =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/archipel-" + UUID().uuidString
    executable = root + "/prefix/bin/archipel"
    let share = root + "/prefix/share/archipel"
    for folder in [root + "/prefix/bin", share + "/content"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "archipel").path
    // A program finds what comes with it from its own place: a symbolic link would give the other.
    if isAlone || (try? FileManager.default.linkItem(atPath: built, toPath: executable)) == nil {
      try Self.copy(built, to: executable)
    }
    for folder in ["themes", "content/_depart", "content/_types", "content/_vocabularies"] {
      try FileManager.default.createSymbolicLink(
        atPath: share + "/" + folder, withDestinationPath: Self.repository + "/" + folder)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Copies a program by another process: a file that this one has open to write, any process that it
  /// starts meanwhile holds as well, and the system then refuses to run it.
  private static func copy(_ program: String, to path: String) throws {
    let copy = Process()
    copy.executableURL = URL(filePath: "/bin/cp")
    copy.arguments = [program, path]
    try copy.run()
    copy.waitUntilExit()
  }

  /// The names of the built-in types.
  static let types =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: repository + "/content/_types")) ?? [])
    .filter { !$0.hasPrefix("_") }.map { String($0.dropLast(".yaml".count)) }.sorted() + ["page"]

  /// Where the sources of the program are.
  static let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Writes a file below the folder of the test.
  func write(_ text: String, to path: String) throws {
    let file = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Returns the text of a file below the folder of the test; nil when the file is missing.
  func text(of path: String) -> String? {
    FileManager.default.contents(atPath: root + "/" + path)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns the bytes of every file below a folder of the test, by path.
  func files(in folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    for path in FileManager.default.subpaths(atPath: root + "/" + folder) ?? [] {
      let whole = root + "/" + folder + "/" + path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder.boolValue
      {
        files[path] = FileManager.default.contents(atPath: whole)
      }
    }
    return files
  }

  /// Runs the program in the folder of the test, and waits for its end.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try run(executable, arguments, environment)
  }

  /// Runs the program in the folder of the test, and waits for its end.
  func run(
    withArguments arguments: [String], environment: [String: String] = [:]
  ) throws -> Run {
    try run(executable, arguments, environment)
  }

  /// Runs a shell script in the folder of the test, with the program as `$archipel`.
  func run(script: String) throws -> Run {
    try run("/bin/sh", ["-c", script], ["archipel": executable])
  }

  /// Starts the program without waiting; what it says is lost.
  func start(_ arguments: String...) throws -> Process { try start(arguments) }

  /// Starts the program without waiting; what it says is lost.
  func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
    let process = process(executable, arguments, environment)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func run(
    _ executable: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> Run {
    let process = process(executable, arguments, environment)
    let (output, errors) = (Pipe(), root + "/errors-" + UUID().uuidString)
    try Data().write(to: URL(filePath: errors))
    let complaints = try #require(FileHandle(forWritingAtPath: errors))
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let complained = FileManager.default.contents(atPath: errors) ?? Data()
    try FileManager.default.removeItem(atPath: errors)
    return Run(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  /// An environment of its own: messages must not depend on that of the machine.
  private func process(
    _ executable: String, _ arguments: [String], _ environment: [String: String]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: root)
    process.environment = [
      "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "SOURCE_DATE_EPOCH": "1773446400",
    ].merging(environment) { _, given in given }
    return process
  }
}
