/// The links of one page to terms: each term is linked where the page first names it.
///
/// A class, as the texts of one page share it: its body and its fields.
public final class TermLinks {
  let list: TermList
  private let address: (Int) -> String
  private var linked: Set<Int>

  /// Creates the links of a page.
  ///
  /// - Parameters:
  ///   - skipped: The terms that the page does not link to, such as what it is itself about.
  ///   - address: Returns the address of a term from the page.
  public init(_ list: TermList, skipping skipped: Set<Int>, address: @escaping (Int) -> String) {
    self.list = list
    linked = skipped
    self.address = address
  }

  /// Returns the address of a term the first time, and nothing later.
  func take(_ term: Int) -> String? {
    linked.insert(term).inserted ? address(term) : nil
  }
}
