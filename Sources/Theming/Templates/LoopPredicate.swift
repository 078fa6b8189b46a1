/// What a template may ask about the place of a value in the list that a section goes through.
enum LoopPredicate: String, Sendable {
  case isFirst = "first()"
  case isLast = "last()"
  case isEven = "even()"
  case isOdd = "odd()"

  /// Returns the answer for the place of a value, from 0, in a list of some length.
  func answer(at place: Int, of count: Int) -> Bool {
    switch self {
    case .isFirst: place == 0
    case .isLast: place == count - 1
    case .isEven: place.isMultiple(of: 2)
    case .isOdd: !place.isMultiple(of: 2)
    }
  }
}
