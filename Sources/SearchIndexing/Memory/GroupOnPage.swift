/// What a group is on a page, with its positions.
struct GroupOnPage: Equatable {
  let posting: PagePosting
  let positions: [UInt8]
}
