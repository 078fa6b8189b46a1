/// The sheets of a type, lab by lab: this one first, then those that the site names.
public struct PortfolioView: Sendable, Hashable {
  /// The sheets of this site; those of other labs are of the type of the same id.
  public let selection: SheetSelection
}

extension ViewReader {
  mutating func portfolio() -> PortfolioView? { selection(.folder).map(PortfolioView.init) }
}
