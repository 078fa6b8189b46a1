/// Follows the fields and positions of a page along its stream of words.
struct PageReader {
  private let page: Int
  private var position = 0
  private var field: UInt32 = 0
  /// The words of each name, and those that are not minor.
  private var names: [(words: Int, major: Int)] = []
  private(set) var bodyLength = 0

  init(page: Int) {
    self.page = page
  }

  var nameLengths: [Int] { names.map { $0.major > 0 ? $0.major : $0.words } }

  /// Returns the occurrence that a token encodes, with its group.
  /// - Parameter place: That of a word.
  @inline(__always)
  mutating func read(
    _ token: UInt32, place: (Int) -> Vocabulary.Place
  ) -> (Int, Occurrences.Occurrence)? {
    let number = Token.number(token)
    if token & Token.field != 0 {
      field = UInt32(number)
      if field == Field.title.rawValue { names.append((0, 0)) }
      position += Token.fieldGap
      return nil
    }
    let place = place(number)
    position += Token.gap(token)
    if token & Token.samePosition == 0 {
      position += 1
      if field == Field.body.rawValue {
        bodyLength += 1
      } else if field == Field.title.rawValue, !names.isEmpty {
        names[names.count - 1].words += 1
        if !place.isMinor { names[names.count - 1].major += 1 }
      }
    }
    let occurrence = Occurrences.Occurrence(
      page: page, position: position,
      name: field == Field.title.rawValue ? names.count - 1 : 0, field: field,
      ordinal: place.ordinal)
    return (Int(place.group), occurrence)
  }
}
