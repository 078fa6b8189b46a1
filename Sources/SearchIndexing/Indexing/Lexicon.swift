/// Every folded form of the site with its group: the words that share a stem.
///
/// A form of two groups is two entries. Entries and groups have numbers: those that were known first
/// are sorted, entries by form then stem, and groups by stem; those that ``add(_:)`` brings follow.
struct Lexicon: Sendable {
  /// By entry.
  private(set) var forms = ByteStrings()
  /// The group of each entry.
  private(set) var groups: [UInt32] = []
  /// By group.
  private(set) var stems = ByteStrings()
  /// The entries that pages have, by form, then by stem.
  private(set) var order: [UInt32] = []
  /// Where the entries of each group start among the members.
  private var starts: [UInt32] = []
  /// The entries that pages have, by group, then by form.
  private var members: [UInt32] = []
  private let sortedCount: Int
  private let sortedGroups: Int
  private var added: [WordKey: Int] = [:]
  private var addedStems: [ArraySlice<UInt8>: Int] = [:]

  /// Takes entries sorted by form, then by stem, and the stems of the groups, sorted.
  init(forms: ByteStrings, groups: [UInt32], stems: ByteStrings) {
    self.forms = forms
    self.groups = groups
    self.stems = stems
    sortedCount = forms.count
    sortedGroups = stems.count
    order = Array(0..<UInt32(forms.count))
    gatherMembers()
  }

  /// Takes forms by group, then by form.
  init(formsByStem: ByteStrings, groups: [UInt32], stems: ByteStrings) {
    let sorted = (0..<formsByStem.count)
      .map { (start: formsByStem[$0].leading, number: $0) }
      .sorted { left, right in
        if left.start != right.start { return left.start < right.start }
        let order = formsByStem[left.number].order(formsByStem[right.number])
        return order != 0 ? order < 0 : left.number < right.number
      }
    var forms = ByteStrings()
    for (_, number) in sorted { forms.append(formsByStem[number]) }
    self.init(forms: forms, groups: sorted.map { groups[$0.number] }, stems: stems)
  }

  /// The entries of a group that pages have, by form.
  @inline(__always)
  func entries(of group: Int) -> ArraySlice<UInt32> {
    members[Int(starts[group])..<Int(starts[group + 1])]
  }

  /// The place of an entry among those of its group; 0 for one that no page has.
  func ordinal(of entry: Int) -> UInt16 {
    let entries = entries(of: Int(groups[entry]))
    let place = entries.firstIndex(of: UInt32(entry)) ?? entries.startIndex
    return UInt16(clamping: place - entries.startIndex)
  }

  func key(of entry: Int) -> WordKey {
    WordKey(form: forms[entry], stem: stems[Int(groups[entry])])
  }

  private mutating func gatherMembers() {
    starts = [UInt32](repeating: 0, count: stems.count + 1)
    for entry in order { starts[Int(groups[Int(entry)]) + 1] += 1 }
    for group in starts.indices.dropFirst() { starts[group] += starts[group - 1] }
    var next = starts
    members = [UInt32](repeating: 0, count: order.count)
    for entry in order {
      let group = Int(groups[Int(entry)])
      members[Int(next[group])] = entry
      next[group] += 1
    }
  }
}

extension Lexicon {
  /// Returns the number of an entry, which becomes one if it was none; no page has it before
  /// ``keep(_:)`` says so.
  mutating func add(_ key: WordKey) -> Int {
    let place = Lexicon.search(sortedCount) { self.key(of: $0) < key }
    if place < sortedCount, self.key(of: place) == key { return place }
    if let known = added[key] { return known }
    forms.append(key.form)
    groups.append(UInt32(addGroup(key.stem)))
    added[key] = forms.count - 1
    return forms.count - 1
  }

  /// Returns the number of the group of a stem, if there is one.
  func group(of stem: ArraySlice<UInt8>) -> Int? {
    let place = Lexicon.search(sortedGroups) { stems[$0].order(stem) < 0 }
    return place < sortedGroups && stems[place] == stem ? place : addedStems[stem]
  }

  /// Leaves only the entries that pages have, those that were added included.
  mutating func keep(_ isUsed: (Int) -> Bool) {
    let new = (sortedCount..<forms.count).filter(isUsed).sorted { key(of: $0) < key(of: $1) }
    var kept: [UInt32] = []
    kept.reserveCapacity(forms.count)
    var from = 0
    for entry in new {
      let place = Lexicon.search(sortedCount) { key(of: $0) < key(of: entry) }
      for old in from..<place where isUsed(old) { kept.append(UInt32(old)) }
      kept.append(UInt32(entry))
      from = place
    }
    for old in from..<sortedCount where isUsed(old) { kept.append(UInt32(old)) }
    order = kept
    gatherMembers()
  }

  private mutating func addGroup(_ stem: ArraySlice<UInt8>) -> Int {
    if let known = group(of: stem) { return known }
    stems.append(stem)
    addedStems[stem] = stems.count - 1
    return stems.count - 1
  }

  /// Returns the first number that does not come before what is looked for.
  private static func search(_ count: Int, isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
