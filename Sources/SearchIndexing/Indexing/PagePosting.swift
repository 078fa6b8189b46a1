/// What a group is on one page.
struct PagePosting: Equatable {
  /// Occurrences in a page that phrases know of.
  static let maxPositions = 32

  let page: Int
  /// The level in the body, 0 to 3, then a bit for each other field.
  let attributes: Int
  /// In a title or another name, its length and the form that it has; 0 elsewhere.
  var title: Int

  /// Whether the word is in the body alone, at level 1.
  var isPlain: Bool { attributes == 1 }

  /// Whether the word is in the title.
  var isInTitle: Bool { attributes & 4 != 0 }

  /// A rough weight, the title first.
  var weight: Int {
    let fields = attributes >> 2
    return (fields & 1) * 8 + (fields >> 1 & 1) * 4 + (fields >> 2 & 1) * 3
      + (fields >> 3 & 1) * 2 + (attributes & 3)
  }

  init(page: Int, attributes: Int, title: Int = 0) {
    self.page = page
    self.attributes = attributes
    self.title = title
  }

  /// Counts the occurrences of a group on a page.
  ///
  /// - Parameter nameLengths: The lengths of the names of the page, read only when a name holds the word.
  init(
    _ occurrences: UnsafeBufferPointer<Occurrences.Occurrence>, page: Int,
    nameLengths: @autoclosure () -> [Int], weight: Double
  ) {
    var (fields, frequency, ordinal, nameLength) = (0, 0, 0, 15)
    for occurrence in occurrences {
      if occurrence.field == Int(Field.body.rawValue) {
        frequency += 1
      } else {
        if occurrence.field == 0 {
          if fields & 1 == 0 { ordinal = occurrence.ordinal }
          // Of several names, the shortest says most of it.
          let lengths = nameLengths()
          let length = occurrence.name < lengths.count ? lengths[occurrence.name] : 15
          nameLength = min(nameLength, length)
        }
        fields |= 1 << occurrence.field
      }
    }
    self.page = page
    attributes = PagePosting.level(Double(frequency) * weight) + 4 * fields
    title = fields & 1 != 0 ? nameLength + 16 * ordinal : 0
  }

  /// How much the body is about the word, 0 to 3, for its length.
  private static func level(_ weight: Double) -> Int {
    weight == 0 ? 0 : weight < 1.7 ? 1 : weight < 3.6 ? 2 : 3
  }

  /// Appends `2 × step + last` for each position of a page.
  static func appendPositions(
    _ occurrences: UnsafeBufferPointer<Occurrences.Occurrence>, to output: inout [UInt8]
  ) {
    let count = min(occurrences.count, maxPositions)
    var previous = 0
    for index in 0..<count {
      let position = occurrences[index].position
      let step = (position - previous) * 2
      IndexNumber.append(index == count - 1 ? step + 1 : step, to: &output)
      previous = position
    }
  }
}
