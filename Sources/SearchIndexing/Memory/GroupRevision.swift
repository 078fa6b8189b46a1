import ByteCoding

/// The groups of the site as they are now, each made when it is asked for.
struct GroupRevision {
  /// A group as it is published now.
  struct Group {
    let pages: Int
    let postings: ArraySlice<UInt8>
    let positions: ArraySlice<UInt8>
  }

  /// The groups whose forms or postings this update changes.
  private(set) var withNewPostings: Set<Int>
  /// The groups whose positions this update changes.
  private(set) var withNewPositions: Set<Int>
  private let base: IndexBase
  private let words: WordRevision
  /// What has changed of each group since the base was made, by page.
  private var changes: [Int: [(page: Int, now: GroupOnPage?)]] = [:]
  private var made: [Int: Group] = [:]

  init(_ base: IndexBase, _ words: WordRevision, _ length: BodyLength) {
    self.base = base
    self.words = words
    withNewPostings = words.newlyReformed
    withNewPositions = words.newlyReformed
    for page in words.pages {
      let original = page.base.groups(page: page.page, words.lexicon, length)
      let now = page.now.groups(page: page.page, words.lexicon, length)
      for (group, found) in original where now[group] != found {
        changes[group, default: []].append((page.page, now[group]))
      }
      for (group, found) in now where original[group] == nil {
        changes[group, default: []].append((page.page, found))
      }
      guard page.isNew else { continue }
      let before = page.before.groups(page: page.page, words.lexicon, length)
      for group in Set(before.keys).union(now.keys) {
        if before[group]?.posting != now[group]?.posting { withNewPostings.insert(group) }
        if before[group]?.positions != now[group]?.positions { withNewPositions.insert(group) }
      }
    }
  }

  /// Whether a group is not what it was in the base.
  private func isChanged(_ group: Int) -> Bool {
    changes[group] != nil || words.reformed.contains(group)
  }

  /// Returns groups as they are published now.
  ///
  /// - Parameters:
  ///   - part: Which of them is read from the base where a group has not changed.
  ///   - content: The same of a group that has.
  mutating func contents(
    of groups: [Int], _ part: PartTable, _ content: (Group) -> ArraySlice<UInt8>
  ) throws -> [ArraySlice<UInt8>] {
    var unchanged = try base.items(part, groups.filter { !isChanged($0) })[...]
    return try groups.map { group in
      if isChanged(group) { return content(try self.group(group)) }
      guard let first = unchanged.popFirst() else { throw CorruptData() }
      return first
    }
  }

  /// Returns a group as it is now.
  mutating func group(_ group: Int) throws -> Group {
    if let known = made[group] { return known }
    let parts = base.tables.parts
    let pages = base.tables.urls.count
    let isKnown = group < parts.postings.count
    var list = isKnown ? try base.item(parts.lists, group) : []
    if isKnown, list.isEmpty { list = try base.item(parts.postings, group) }
    var postings = try PostingList.read(list, pages: pages)
    if isKnown, words.reformed.contains(group) { postings = try renumbered(postings, of: group) }
    let positions = try PostingList.positions(
      isKnown ? try base.item(parts.positions, group) : [], pages: postings.count)
    let merged = merge(postings, positions, changes[group] ?? [])
    var newList: [UInt8] = []
    PostingList.append(merged.postings, to: &newList)
    let bitmap = PostingList.bitmap(merged.postings, list: newList, pages: pages)
    let result = Group(
      pages: merged.postings.count, postings: (bitmap ?? newList)[...],
      positions: merged.positions[...])
    made[group] = result
    return result
  }

  /// Gives each title the number that its form has now in the group.
  private func renumbered(
    _ postings: [PagePosting], of group: Int
  ) throws(CorruptData) -> [PagePosting] {
    let numbers = base.tables.lexicon.entries(of: group).map {
      Int(words.lexicon.ordinal(of: Int($0)))
    }
    var renumbered = postings
    for place in postings.indices where postings[place].isInTitle {
      let (form, length) = postings[place].title.quotientAndRemainder(dividingBy: 16)
      guard numbers.indices.contains(form) else { throw CorruptData() }
      renumbered[place].title = length + 16 * numbers[form]
    }
    return renumbered
  }

  /// Puts the pages that have changed among the others.
  private func merge(
    _ postings: [PagePosting], _ positions: [ArraySlice<UInt8>],
    _ changes: [(page: Int, now: GroupOnPage?)]
  ) -> (postings: [PagePosting], positions: [UInt8]) {
    var (merged, bytes): ([PagePosting], [UInt8]) = ([], [])
    var rest = changes[...]
    func addChanges(before page: Int) {
      while let change = rest.first, change.page < page {
        rest.removeFirst()
        guard let now = change.now else { continue }
        merged.append(now.posting)
        bytes.append(contentsOf: now.positions)
      }
    }
    for (posting, run) in zip(postings, positions) {
      addChanges(before: posting.page)
      if rest.first?.page == posting.page { continue }
      merged.append(posting)
      bytes.append(contentsOf: run)
    }
    addChanges(before: Int.max)
    return (merged, bytes)
  }
}
