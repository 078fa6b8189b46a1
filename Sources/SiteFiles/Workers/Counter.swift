package import Synchronization

/// Hands out indices to workers, each once.
final class Counter: Sendable {
  private let next = Atomic<Int>(0)

  /// Returns the next indices below a total; nil when all are taken.
  package func take(_ count: Int, of total: Int) -> Range<Int>? {
    let start = next.wrappingAdd(count, ordering: .relaxed).oldValue
    return start < total ? start..<min(total, start + count) : nil
  }
}
