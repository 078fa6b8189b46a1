/// Every occurrence of every group, by group, page and position.
///
/// - Complexity: linear in the words of the site: a counting sort.
struct Occurrences {
  /// An occurrence in 64 bits: page, position, field, form.
  struct Occurrence {
    let bits: UInt64

    init(page: Int, position: Int, field: UInt32, ordinal: UInt16) {
      bits =
        UInt64(page) << 40 | UInt64(Swift.min(position, 0xFF_FFFF)) << 16 | UInt64(field) << 13
        | UInt64(Swift.min(ordinal, 0x1FFF))
    }

    var page: Int { Int(bits >> 40) }
    var position: Int { Int(bits >> 16 & 0xFF_FFFF) }
    var field: Int { Int(bits >> 13 & 7) }
    var ordinal: Int { Int(bits & 0x1FFF) }
  }

  private let sorted: [Occurrence]
  private let starts: [Int]
  /// The words of each page's title that are not minor; all of them when every one is.
  private(set) var titleLengths: [Int]
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
    titleLengths = []
    bodyLengths = []
    var next = starts
    var (titles, bodies): ([Int], [Int]) = ([], [])
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
        titles.append(reader.titleLength)
        bodies.append(reader.bodyLength)
      }
      count = total
    }
    titleLengths = titles
    bodyLengths = bodies
  }
}

/// Follows the fields and positions of a page along its stream of words.
struct PageReader {
  private let page: Int
  private var position = 0
  private var field: UInt32 = 0
  private var titleWords = 0
  private var majorTitleWords = 0
  private(set) var bodyLength = 0

  init(page: Int) {
    self.page = page
  }

  var titleLength: Int { majorTitleWords > 0 ? majorTitleWords : titleWords }

  /// Returns the occurrence that a token stands for, with its group.
  /// - Parameter place: That of a word.
  @inline(__always)
  mutating func read(
    _ token: UInt32, place: (Int) -> Vocabulary.Place
  ) -> (Int, Occurrences.Occurrence)? {
    let number = Token.number(token)
    if token & Token.field != 0 {
      field = UInt32(number)
      position += Token.fieldGap
      return nil
    }
    let place = place(number)
    position += Token.gap(token)
    if token & Token.samePosition == 0 {
      position += 1
      if field == Field.body.rawValue {
        bodyLength += 1
      } else if field == Field.title.rawValue {
        titleWords += 1
        if !place.isMinor { majorTitleWords += 1 }
      }
    }
    let occurrence = Occurrences.Occurrence(
      page: page, position: position, field: field, ordinal: place.ordinal)
    return (Int(place.group), occurrence)
  }
}
