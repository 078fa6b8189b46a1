/// The words of the site as they are now, and what became of those that were.
struct WordRevision {
  /// With the numbers of the base, and the entries that pages have now.
  private(set) var lexicon: Lexicon
  /// All pages that have changed since the base was made, in order.
  let pages: [RevisedPage]
  /// The groups that have not the forms that they had in the base.
  private(set) var reformed: Set<Int> = []
  /// The groups that have not the forms that they had before this update.
  private(set) var newlyReformed: Set<Int> = []
  /// The entries that pages had before this update.
  private(set) var gone: [WordKey] = []
  /// The pages that have again the words that they had in the base.
  private let unchanged: Set<Int>

  /// - Parameters:
  ///   - before: The pages that had changed since the base was made, by number.
  ///   - now: Those that this update changes.
  init(_ base: IndexBase, before: [Int: PageChange], now: [Int: PageChange]) throws {
    var lexicon = base.tables.lexicon
    pages = try Set(before.keys).union(now.keys).sorted().map { page in
      let original = try base.words(of: page)
      let earlier = before[page]?.words(in: &lexicon) ?? original
      return RevisedPage(
        page: page, base: original, before: earlier,
        now: now[page]?.words(in: &lexicon) ?? earlier, isNew: now[page] != nil)
    }
    unchanged = Set(pages.lazy.filter { $0.now == $0.base }.map(\.page))
    let original =
      base.tables.uses.map(Int.init)
      + [Int](repeating: 0, count: lexicon.forms.count - base.tables.uses.count)
    var earlier = original
    for page in pages { WordRevision.replace(page.base, by: page.before, in: &earlier) }
    var uses = earlier
    for page in pages { WordRevision.replace(page.before, by: page.now, in: &uses) }
    lexicon.keep { uses[$0] > 0 }
    self.lexicon = lexicon
    let candidates = Set(pages.flatMap { $0.base.entries + $0.before.entries + $0.now.entries })
    for entry in candidates.sorted() {
      let group = Int(lexicon.groups[entry])
      if (original[entry] > 0) != (uses[entry] > 0) { reformed.insert(group) }
      guard (earlier[entry] > 0) != (uses[entry] > 0) else { continue }
      newlyReformed.insert(group)
      if earlier[entry] > 0 { gone.append(lexicon.key(of: entry)) }
    }
  }

  private static func replace(_ old: PageWords, by new: PageWords, in uses: inout [Int]) {
    for entry in old.entries { uses[entry] -= 1 }
    for entry in new.entries { uses[entry] += 1 }
  }

  /// Whether a page has the words that it had in the base.
  func isAsInBase(_ page: Int) -> Bool { unchanged.contains(page) }

  /// How many words bodies have now.
  func bodyWords(_ base: Int) -> Int {
    pages.reduce(base) { $0 + $1.now.bodyLength - $1.base.bodyLength }
  }
}
