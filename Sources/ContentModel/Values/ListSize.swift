/// How many sheets a page of a list may show.
enum ListSize {
  static let max = 1_000
}
