extension StringProtocol {
  /// Returns where another text starts in this one.
  func index(of other: String) -> Index? {
    utf8.firstRange(of: other.utf8)?.lowerBound
  }
}
