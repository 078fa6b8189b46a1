/// The words of a page in reading order, by their numbers in a lexicon.
struct PageWords: Sendable, Equatable {
  /// As in `DocumentRecord`, with the numbers of entries.
  let tokens: [UInt32]
  let minorWords: [UInt32]
  /// Of its title and its other names.
  let nameLengths: [Int]
}

extension PageWords {
  /// Every use of an entry, as often as the page has it.
  var entries: [Int] {
    tokens.lazy.filter { $0 & Token.field == 0 }.map(Token.number) + minorWords.map(Int.init)
  }

  /// The words of its body.
  var bodyLength: Int {
    var reader = PageReader(page: 0)
    for token in tokens { _ = reader.read(token) { _ in Vocabulary.Place() } }
    return reader.bodyLength
  }

  /// What each of its groups is on the page, the forms having the places that they have now.
  func groups(page: Int, _ lexicon: Lexicon, _ length: BodyLength) -> [Int: GroupOnPage] {
    var reader = PageReader(page: page)
    var read: [(group: Int, place: Int, occurrence: Occurrences.Occurrence)] = []
    read.reserveCapacity(tokens.count)
    for token in tokens {
      let found = reader.read(token) { entry in
        Vocabulary.Place(group: lexicon.groups[entry], ordinal: lexicon.ordinal(of: entry))
      }
      guard let (group, occurrence) = found else { continue }
      read.append((group, read.count, occurrence))
    }
    read.sort { ($0.group, $0.place) < ($1.group, $1.place) }
    let weight = length.weight(of: reader.bodyLength)
    var groups: [Int: GroupOnPage] = [:]
    read.map(\.occurrence).withUnsafeBufferPointer { occurrences in
      var start = 0
      while start < read.count {
        var end = start + 1
        while end < read.count, read[end].group == read[start].group { end += 1 }
        let here = UnsafeBufferPointer(rebasing: occurrences[start..<end])
        let posting = PagePosting(here, page: page, nameLengths: nameLengths, weight: weight)
        var positions: [UInt8] = []
        PagePosting.appendPositions(here, to: &positions)
        groups[read[start].group] = GroupOnPage(posting: posting, positions: positions)
        start = end
      }
    }
    return groups
  }
}
