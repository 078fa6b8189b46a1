/// Lets one task at a time speak to a host, with a pause between two.
actor HostRateLimiter {
  private let pause: Duration
  private var busy: Set<String> = []
  private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]
  private var lastEnd: [String: ContinuousClock.Instant] = [:]

  init(pause: Duration) { self.pause = pause }

  /// Does something when it is the turn of the caller.
  func take<Value: Sendable>(
    _ host: String, _ request: @Sendable () async throws -> Value
  ) async throws -> Value {
    await enter(host)
    defer { leave(host) }
    if let end = lastEnd[host] {
      try await Task.sleep(until: end.advanced(by: pause), clock: .continuous)
    }
    defer { lastEnd[host] = .now }
    return try await request()
  }

  private func enter(_ host: String) async {
    if busy.insert(host).inserted { return }
    await withCheckedContinuation { waiting[host, default: []].append($0) }
  }

  /// Hands the turn over to who has waited longest.
  private func leave(_ host: String) {
    if var queue = waiting[host], !queue.isEmpty {
      let next = queue.removeFirst()
      waiting[host] = queue
      next.resume()
    } else {
      busy.remove(host)
    }
  }
}
