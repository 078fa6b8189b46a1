/// Times the phases of a build.
struct PhaseClock {
  private(set) var phases: [(name: String, seconds: Double)] = []

  mutating func measure<Value>(_ name: String, _ phase: () throws -> Value) rethrows -> Value {
    let start = ContinuousClock.now
    defer { record(name, since: start) }
    return try phase()
  }

  mutating func measure<Value>(
    _ name: String, _ phase: () async throws -> Value
  ) async rethrows -> Value {
    let start = ContinuousClock.now
    defer { record(name, since: start) }
    return try await phase()
  }

  private mutating func record(_ name: String, since start: ContinuousClock.Instant) {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    phases.append((name, Double(seconds) + Double(attoseconds) * 1e-18))
  }
}
