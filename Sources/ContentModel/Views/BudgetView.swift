/// What pages may weigh: the `budget` of `archipel.yaml`, which every build holds.
public struct BudgetView: Sendable, Hashable {}

extension ViewReader {
  /// Reads a budget, which has no key of its own.
  mutating func budget() -> BudgetView? { BudgetView() }
}
