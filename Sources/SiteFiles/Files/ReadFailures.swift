import Synchronization

/// Remembers that the disk refused to say something, so that nothing is published without it.
///
/// Only a file that is not there is absent. Where an answer must be a plain value, as whether a file is
/// there, a refusal is noted here; the run ends with it before it publishes anything.
package final class ReadFailures: Sendable {
  @TaskLocal private static var current: ReadFailures?

  private let first = Mutex<DiskFile.Failure?>(nil)

  /// Notes a failure for the run that goes on; a file that is not there is no failure.
  package static func note(_ failure: DiskFile.Failure) {
    guard failure.isOfTheEnvironment else { return }
    noteAny(failure)
  }

  /// Notes that a file could not be read which the run has found before: it must be there.
  package static func noteAny(_ failure: DiskFile.Failure) {
    current?.first.withLock { $0 = $0 ?? failure }
  }

  /// Throws the first failure that the run has noted so far.
  package static func check() throws(EnvironmentFailure) {
    if let failure = current?.first.withLock({ $0 }) { throw .unreadableFile(failure) }
  }

  /// Runs a command, and throws what was noted meanwhile in the place of what came of it.
  package static func watch<Value>(
    isolation: isolated (any Actor)? = #isolation, _ command: () async throws -> Value
  ) async throws -> Value {
    try await $current.withValue(ReadFailures()) {
      do {
        let value = try await command()
        try check()
        return value
      } catch {
        try check()
        throw error
      }
    }
  }
}
