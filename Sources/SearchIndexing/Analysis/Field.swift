/// The fields of a page, by weight.
enum Field: UInt32, CaseIterable {
  case title = 0
  case tags = 1
  case headings = 2
  case summary = 3
  case body = 4
}
