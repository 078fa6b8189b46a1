/// Every occurrence of every group, by group, page and position.
///
/// - Complexity: linear in the words of the site: a counting sort.
struct Occurrences {
  /// An occurrence in 64 bits: page, position, name, field, form.
  struct Occurrence {
    let bits: UInt64

    /// - Parameter name: Which of the page's names it is in, from 0, the title; 0 elsewhere.
    init(page: Int, position: Int, name: Int, field: UInt32, ordinal: UInt16) {
      bits =
        UInt64(page) << 40 | UInt64(Swift.min(position, 0xF_FFFF)) << 20
        | UInt64(Swift.min(name, 15)) << 16 | UInt64(field) << 13
        | UInt64(Swift.min(ordinal, 0x1FFF))
    }

    var page: Int { Int(bits >> 40) }
    var position: Int { Int(bits >> 20 & 0xF_FFFF) }
    var name: Int { Int(bits >> 16 & 15) }
    var field: Int { Int(bits >> 13 & 7) }
    var ordinal: Int { Int(bits & 0x1FFF) }
  }

  private let sorted: [Occurrence]
  private let starts: [Int]
  /// The words of each page's title, then of its other names, that are not minor; all of them when
  /// every one is.
  private(set) var nameLengths: [[Int]]
  /// The words of each page's body.
  private(set) var bodyLengths: [Int]

  /// How many there are.
  var count: Int { sorted.count }

  /// Gives the occurrences of a group, by page, then by position.
  func withGroup<Result>(
    _ group: Int, _ body: (UnsafeBufferPointer<Occurrence>) -> Result
  ) -> Result {
    sorted.withUnsafeBufferPointer { sorted in
      body(UnsafeBufferPointer(rebasing: sorted[starts[group]..<starts[group + 1]]))
    }
  }

  init(_ order: SiteOrder, _ batches: [AnalyzedDocuments], _ vocabulary: Vocabulary) {
    var starts = [Int](repeating: 0, count: vocabulary.lexicon.stems.count + 1)
    for (batch, places) in zip(batches, vocabulary.places) {
      for record in batch.records {
        for token in record.tokens where token & Token.field == 0 {
          starts[Int(places[Token.number(token)].group) + 1] += 1
        }
      }
    }
    for group in starts.indices.dropFirst() { starts[group] += starts[group - 1] }
    self.starts = starts
    nameLengths = []
    bodyLengths = []
    var next = starts
    var (names, bodies): ([[Int]], [Int]) = ([], [])
    let total = starts.last ?? 0
    sorted = [Occurrence](unsafeUninitializedCapacity: total) { output, count in
      for (number, page) in order.pages.enumerated() {
        let places = vocabulary.places[page.batch]
        var reader = PageReader(page: number)
        for token in page.record.tokens {
          guard let (group, occurrence) = reader.read(token, place: { places[$0] }) else {
            continue
          }
          output.initializeElement(at: next[group], to: occurrence)
          next[group] += 1
        }
        names.append(reader.nameLengths)
        bodies.append(reader.bodyLength)
      }
      count = total
    }
    nameLengths = names
    bodyLengths = bodies
  }
}

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
