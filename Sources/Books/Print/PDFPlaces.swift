/// On which pages of a PDF file the places stand that its links lead to.
///
/// Of the format it reads what Chromium writes: a cross-reference table, objects that are not compressed
/// (ISO 32000-1, 7.5 and 12.3.2.3).
struct PDFPlaces {
  /// How many pages there are.
  let pageCount: Int
  /// The number of the page, from 1, of each place.
  let pages: [String: Int]

  /// Reads a file; nil when it is not what is expected.
  init?(_ file: [UInt8]) {
    guard let reader = PDFObjects(file),
      let root = reader.object(named: "Root", in: reader.trailer),
      let tree = reader.object(named: "Pages", in: root)
    else { return nil }
    var numbers: [Int: Int] = [:]
    var waiting = [tree.number]
    // A tree of pages visits each object once, whatever the file says.
    var seen: Set<Int> = []
    while let number = waiting.popLast() {
      guard seen.insert(number).inserted, let object = reader.object(number) else { continue }
      if let kids = object.list(named: "Kids") {
        waiting += kids.reversed()
      } else {
        numbers[number] = numbers.count + 1
      }
    }
    pageCount = numbers.count
    var pages: [String: Int] = [:]
    if let places = reader.object(named: "Dests", in: root) {
      for (name, object) in places.destinations { pages[name] = numbers[object] }
    }
    self.pages = pages
  }
}
