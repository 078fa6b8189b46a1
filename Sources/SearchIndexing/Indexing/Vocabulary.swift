/// Every word of the site, with the place that its folded form and stem have.
struct Vocabulary {
  /// Where a word of a worker belongs.
  struct Place {
    var group: UInt32 = 0
    /// The form's place in its group.
    var ordinal: UInt16 = 0
    var isMinor = false
  }

  let lexicon: Lexicon
  /// The place of each word, by worker.
  let places: [[Place]]

  /// A word of a worker, with what it is sorted by.
  private struct Entry {
    let keyStart: UInt64
    let batch: Int32
    let word: Int32
  }

  /// - Complexity: O(*n* log *n*) in the words of all workers.
  init(_ tables: [WordTable]) {
    var entries: [Entry] = []
    for (batch, table) in tables.enumerated() {
      for word in table.entries.indices where !table.entries[word].isUnused {
        entries.append(
          Entry(keyStart: table.key(word).leading, batch: Int32(batch), word: Int32(word)))
      }
    }
    entries.sort { left, right in
      if left.keyStart != right.keyStart { return left.keyStart < right.keyStart }
      let (first, second) = (tables[Int(left.batch)], tables[Int(right.batch)])
      let order = first.key(Int(left.word)).order(second.key(Int(right.word)))
      if order != 0 { return order < 0 }
      return first.form(Int(left.word)).order(second.form(Int(right.word))) < 0
    }
    var grouping = Grouping(tables)
    for entry in entries { grouping.add(Int(entry.batch), Int(entry.word), tables) }
    places = grouping.places
    lexicon = Lexicon(
      formsByStem: grouping.forms, groups: grouping.groups, stems: grouping.stems)
  }
}

/// Finds the groups of words that come sorted by stem, then by form.
private struct Grouping {
  private(set) var places: [[Vocabulary.Place]]
  /// By group, then by form.
  private(set) var forms = ByteStrings()
  private(set) var groups: [UInt32] = []
  private(set) var stems = ByteStrings()
  private var ordinal = 0

  init(_ tables: [WordTable]) {
    places = tables.map { [Vocabulary.Place](repeating: .init(), count: $0.entries.count) }
  }

  mutating func add(_ batch: Int, _ word: Int, _ tables: [WordTable]) {
    let (key, form) = (tables[batch].key(word), tables[batch].form(word))
    if stems.count == 0 || stems[stems.count - 1].order(key) != 0 {
      stems.append(key)
      ordinal = -1
    }
    if ordinal < 0 || forms[forms.count - 1].order(form) != 0 {
      forms.append(form)
      groups.append(UInt32(stems.count - 1))
      ordinal += 1
    }
    places[batch][word] = Vocabulary.Place(
      group: UInt32(stems.count - 1), ordinal: UInt16(clamping: ordinal),
      isMinor: tables[batch].entries[word].isMinor)
  }
}

extension WordTable {
  /// The folded form of a word.
  func form(_ word: Int) -> ArraySlice<UInt8> {
    let entry = entries[word]
    let start = Int(entry.offset) + Int(entry.wordLength)
    return arena[start..<start + Int(entry.formLength)]
  }

  /// The folded stem of a word.
  func key(_ word: Int) -> ArraySlice<UInt8> {
    let entry = entries[word]
    let start = Int(entry.offset) + Int(entry.wordLength) + Int(entry.formLength)
    return arena[start..<start + Int(entry.keyLength)]
  }
}

extension ArraySlice<UInt8> {
  /// The first eight bytes as a number that sorts like them.
  var leading: UInt64 {
    var value: UInt64 = 0
    for byte in prefix(8) { value = value << 8 | UInt64(byte) }
    return value << UInt64(8 * (8 - Swift.min(8, count)))
  }

  /// Compares byte by byte: negative, zero or positive.
  func order(_ other: ArraySlice<UInt8>) -> Int {
    for (left, right) in zip(self, other) where left != right { return Int(left) - Int(right) }
    return count - other.count
  }
}
