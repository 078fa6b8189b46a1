/// A fact that helps to choose among results.
public enum SearchFact: Sendable, Hashable {
  /// How long it takes, in minutes.
  case minutes(low: Int, high: Int)
  /// How many people it is for.
  case people(low: Int, high: Int)
  /// Words of a vocabulary.
  case words(String)

  /// How a card holds it: `m30-60`, `p4-12`, or `w` and the words.
  var text: String {
    switch self {
    case .minutes(let low, let high): "m\(low)-\(high)"
    case .people(let low, let high): "p\(low)-\(high)"
    case .words(let words): "w" + words.replacing("|", with: " ")
    }
  }
}
