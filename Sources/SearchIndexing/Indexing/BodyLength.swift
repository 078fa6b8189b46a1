/// The length of bodies that a word's weight is measured by: about their average.
///
/// Every posting depends on it: it goes in steps, four from a power of two to the next, so that an
/// edit leaves those of other pages as they are. A weight is then at most an eighth from what the
/// average itself would give.
struct BodyLength: Equatable {
  let step: Int

  /// - Parameter lengths: The words of each body.
  init(_ lengths: [Int]) {
    self.init(total: lengths.reduce(0, +), pages: lengths.count)
  }

  init(total: Int, pages: Int) {
    let average = max(1, total / max(1, pages))
    let lowBits = max(0, average.bitWidth - average.leadingZeroBitCount - 3)
    // The middle of the step.
    step = ((average >> lowBits) << lowBits) + (1 << lowBits) / 2
  }

  /// How much an occurrence counts in a body.
  func weight(of length: Int) -> Double { 1 / (0.5 + 0.5 * Double(length) / Double(step)) }
}
