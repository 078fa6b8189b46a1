import TextEncoding

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

    /// What is between `<<` and `>>`; nil when the object is no dictionary.
    var entries: String? {
      guard let start = text.firstRange(of: "<<"), let end = text.lastIndex(of: ">"),
        start.upperBound < end
      else { return nil }
      return String(text[start.upperBound..<end].dropLast())
    }

    /// The value of a string between parentheses, such as `/Producer (Skia/PDF m156)`.
    func string(named name: String) -> String? {
      guard let start = text.firstRange(of: "/\(name) (") else { return nil }
      var value = ""
      var isEscaped = false
      for letter in text[start.upperBound...] {
        if !isEscaped, letter == ")" { return value }
        isEscaped = !isEscaped && letter == "\\"
        if !isEscaped { value.append(letter) }
      }
      return nil
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
  /// Where the cross-reference table starts, in bytes.
  let tableStart: Int
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
    tableStart = start
    trailer = Object(number: -1, text: String(table[end.upperBound...]))
  }

  /// The number of an object that is new.
  var nextNumber: Int { offsets.count }

  /// Returns an object by its number.
  func object(_ number: Int) -> Object? {
    guard offsets.indices.contains(number), file.indices.contains(offsets[number]) else {
      return nil
    }
    let start = offsets[number]
    let end = file.firstIndex(of: Array("endobj".utf8), from: start) ?? file.count
    return Object(number: number, text: String(decoding: file[start..<end], as: UTF8.self))
  }

  /// Returns the object that an entry of another refers to: `/Pages 36 0 R`.
  func object(named name: String, in object: Object) -> Object? {
    guard let start = object.text.firstRange(of: "/\(name) ") else { return nil }
    let number = object.text[start.upperBound...].prefix { $0.isNumber }
    return Int(number).flatMap { self.object($0) }
  }
}
