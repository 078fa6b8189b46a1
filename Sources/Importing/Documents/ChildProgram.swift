import SiteFiles
import Subprocess

/// A program that reads files of others for us, held to bounds of time and of the size of files.
struct ChildProgram {
  /// How it ended.
  enum End {
    case done(errors: String)
    case tooSlow
    case failed(errors: String)
  }

  /// The longest file that it may write, in bytes.
  static let largestFile = 64 << 20
  /// How long it may run, in seconds.
  static let seconds = 90

  let name: String

  /// Runs the program in a folder; its input is empty.
  ///
  /// - Parameter arguments: Names and options of ours alone: never a text out of a file.
  func run(_ arguments: [String], in folder: String) async throws -> End {
    // The shell counts files in blocks of 512 bytes; its own words are constant.
    let script =
      "cd \"$1\" && ulimit -f \(Self.largestFile / 512) && ulimit -c 0 && shift && "
      + "exec timeout -k 2 \(Self.seconds) \"$@\""
    do {
      let result = try await Subprocess.run(
        .name("sh"), arguments: Arguments(["-c", script, "sh", folder, name] + arguments),
        environment: .inherit.updating(["LC_ALL": "C.UTF-8"]), input: .none, output: .discarded,
        error: .string(limit: 4 << 20))
      let errors = result.standardError
      guard case .exited(let code) = result.terminationStatus else {
        return .failed(errors: errors)
      }
      switch code {
      case 0: return .done(errors: errors)
      case 124, 137: return .tooSlow
      case 126, 127: throw EnvironmentFailure.missingProgram(name)
      default: return .failed(errors: errors)
      }
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw EnvironmentFailure.missingProgram("sh")
    } catch is SubprocessError {
      return .failed(errors: "")
    }
  }
}
