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

/// The objects of a PDF file, found by its cross-reference table.
struct PDFObjects {
  /// An object as it is written.
  struct Object {
    let number: Int
    let text: String

    /// The numbers of the objects that a list refers to; nil when the object has no list of that name.
    func list(named name: String) -> [Int]? {
      guard let start = text.firstRange(of: "/\(name) [") else { return nil }
      let numbers = text[start.upperBound...].prefix { $0 != "]" }.split { $0.isWhitespace }
      return stride(from: 0, to: numbers.count, by: 3).compactMap { Int(numbers[$0]) }
    }

    /// The places by their names: `/fiche-1 [12 0 R /XYZ 6 826 0]`.
    var destinations: [(name: String, page: Int)] {
      text.split(separator: "/").compactMap { entry in
        guard let bracket = entry.firstIndex(of: "[") else { return nil }
        let name = entry[..<bracket].split { $0.isWhitespace }.first
        let page = entry[entry.index(after: bracket)...].split { $0.isWhitespace }.first
        guard let name, let page = page.flatMap({ Int($0) }) else { return nil }
        return (String(name), page)
      }
    }
  }

  let trailer: Object
  private let file: [UInt8]
  private let offsets: [Int]

  init?(_ file: [UInt8]) {
    self.file = file
    let tail = String(decoding: file.suffix(1_024), as: UTF8.self)
    guard let mark = tail.firstRange(of: "startxref"),
      let start = tail[mark.upperBound...].split(whereSeparator: \.isWhitespace).first
        .flatMap({ Int($0) }), file.indices.contains(start)
    else { return nil }
    let table = String(decoding: file[start...], as: UTF8.self)
    guard let end = table.firstRange(of: "trailer") else { return nil }
    var offsets: [Int] = []
    for line in table[..<end.lowerBound].split(whereSeparator: \.isNewline).dropFirst(2) {
      offsets.append(Int(line.prefix(10)) ?? -1)
    }
    self.offsets = offsets
    trailer = Object(number: -1, text: String(table[end.upperBound...]))
  }

  /// Returns an object by its number.
  func object(_ number: Int) -> Object? {
    guard offsets.indices.contains(number), file.indices.contains(offsets[number]) else {
      return nil
    }
    let mark = Array("endobj".utf8)
    let start = offsets[number]
    var end = start
    while end < file.count, !file[end...].starts(with: mark) { end += 1 }
    return Object(number: number, text: String(decoding: file[start..<end], as: UTF8.self))
  }

  /// Returns the object that an entry of another refers to: `/Pages 36 0 R`.
  func object(named name: String, in object: Object) -> Object? {
    guard let start = object.text.firstRange(of: "/\(name) ") else { return nil }
    let number = object.text[start.upperBound...].prefix { $0.isNumber }
    return Int(number).flatMap { self.object($0) }
  }
}
