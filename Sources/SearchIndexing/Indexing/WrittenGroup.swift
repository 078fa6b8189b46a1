/// Where a group occurs, as the engine reads it.
struct WrittenGroup {
  /// How many pages it is on.
  let pages: Int
  /// Whether it is in a title, a tag, a heading or a summary.
  let isSubject: Bool
  /// As published.
  let postings: [UInt8]
  /// All its postings, when the published list is cut short.
  let list: [UInt8]
  let positions: [UInt8]
}
