/// What a site may say of its accessibility, in the three words of French law.
///
/// Source: order of 20 September 2019 on the RGAA, article 5 of the annex on declarations.
public enum Conformity: String, Sendable {
  /// Every criterion that applies is met.
  case full = "totale"
  /// At least half of them are.
  case partial = "partielle"
  /// Fewer are, or no complete audit says so.
  case none = "aucune"

  /// Judges a share of criteria.
  ///
  /// - Parameter met: How many criteria are met, of those that apply: 0 to `applicable`.
  init(met: Int, of applicable: Int) {
    if applicable > 0, met == applicable {
      self = .full
    } else if applicable > 0, met * 2 >= applicable {
      self = .partial
    } else {
      self = .none
    }
  }
}
