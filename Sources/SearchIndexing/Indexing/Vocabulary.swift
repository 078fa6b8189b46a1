/// The words that share a stem, as the engine looks them up.
struct TermGroup {
  /// The folded surface forms, sorted by bytes, each once.
  var forms: [[UInt8]]
}

/// Every folded form of the site, grouped by folded stem.
struct Vocabulary {
  /// Where a word of a worker belongs.
  struct Place {
    var group: UInt32 = 0
    /// The form's place in its group.
    var ordinal: UInt16 = 0
    var isMinor = false
  }

  /// Sorted by stem.
  private(set) var groups: [TermGroup] = []
  /// The place of each word, by worker.
  private(set) var places: [[Place]]

  /// A word of a worker, with what it is sorted by.
  private struct Entry {
    let keyStart: UInt64
    let batch: Int32
    let word: Int32
  }

  /// - Complexity: O(*n* log *n*) in the words of all workers.
  init(_ tables: [WordTable]) {
    places = tables.map { [Place](repeating: Place(), count: $0.entries.count) }
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
    group(entries, tables)
  }

  private mutating func group(_ entries: [Entry], _ tables: [WordTable]) {
    var lastKey: ArraySlice<UInt8>?
    for entry in entries {
      let (batch, word) = (Int(entry.batch), Int(entry.word))
      let (key, form) = (tables[batch].key(word), tables[batch].form(word))
      if let last = lastKey, last.order(key) == 0, let current = groups.indices.last {
        if groups[current].forms.last?[...].order(form) != 0 {
          groups[current].forms.append(Array(form))
        }
      } else {
        groups.append(TermGroup(forms: [Array(form)]))
        lastKey = key
      }
      let number = groups.count - 1
      places[batch][word] = Place(
        group: UInt32(number),
        ordinal: UInt16(clamping: groups[number].forms.count - 1),
        isMinor: tables[batch].entries[word].isMinor)
    }
  }

  /// Every form with its group, by bytes; a form of two groups comes twice.
  var formsInOrder: [(form: [UInt8], group: Int)] {
    groups.enumerated()
      .flatMap { number, group in
        group.forms.map { (start: $0[...].leading, form: $0, group: number) }
      }
      .sorted { left, right in
        if left.start != right.start { return left.start < right.start }
        let order = left.form[...].order(right.form[...])
        return order != 0 ? order < 0 : left.group < right.group
      }
      .map { (form: $0.form, group: $0.group) }
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
