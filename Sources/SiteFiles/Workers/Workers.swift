/// A number of workers that share a list of tasks.
package struct Workers: Sendable {
  /// How many tasks a worker takes at a time: enough to make the counter cheap, few enough to end
  /// together.
  private static let chunkSize = 16

  package let count: Int

  package init(
    count: Int
  ) {
    self.count = count
  }

  /// Runs a task for each index below a number, and returns what each gave, in their order.
  ///
  /// - Parameters:
  ///   - state: Makes what a worker keeps from one task to the next.
  ///   - finish: Takes what a worker has kept when its last task is done.
  ///   - task: The work; it must not depend on the state for its result.
  package func map<State, Value: Sendable>(
    _ total: Int, state: @escaping @Sendable () -> State,
    finish: @escaping @Sendable (State) -> Void = { _ in },
    _ task: @escaping @Sendable (inout State, Int) throws -> Value
  ) async throws -> [Value] {
    let next = Counter()
    return try await withThrowingTaskGroup(of: [(Int, Value)].self) { group in
      // A worker without a chunk would only be made, and end.
      for _ in 0..<max(1, min(count, (total + Self.chunkSize - 1) / Self.chunkSize)) {
        group.addTask {
          var state = state()
          var done: [(Int, Value)] = []
          while let chunk = next.take(Self.chunkSize, of: total) {
            for index in chunk { done.append((index, try task(&state, index))) }
          }
          finish(state)
          return done
        }
      }
      var slots = [Value?](repeating: nil, count: total)
      for try await done in group {
        for (index, value) in done { slots[index] = value }
      }
      return slots.compactMap(\.self)
    }
  }

  /// Runs a task for each index below a number, and returns what each gave, in their order.
  package func map<Value: Sendable>(
    _ total: Int, _ task: @escaping @Sendable (Int) throws -> Value
  ) async throws -> [Value] {
    try await map(total, state: {}) { _, index in try task(index) }
  }
}
