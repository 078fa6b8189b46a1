/// A page that has changed: its words when the base was made, before this update, and now.
struct RevisedPage {
  let page: Int
  let base: PageWords
  let before: PageWords
  let now: PageWords
  /// Whether this update changes it.
  let isNew: Bool
}
