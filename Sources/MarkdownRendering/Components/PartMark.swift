/// What stands in the text of a template for the HTML of a part, until that is put in its place: two
/// characters that no text may hold, around a number.
enum PartMark {
  private static let start: [UInt8] = [0xEF, 0xB7, 0x90]
  private static let end: [UInt8] = [0xEF, 0xB7, 0x91]

  static func bytes(for number: Int) -> [UInt8] { start + Array(String(number).utf8) + end }

  /// Returns the number of the mark at a place, and where the mark ends; nil when there is none.
  static func read(
    _ text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (number: Int, end: Int)? {
    guard text[place...].starts(with: start) else { return nil }
    var index = place + start.count
    var number = 0
    let digits = index
    while index < text.count, (48...57).contains(text[index]), index < digits + 9 {
      number = number * 10 + Int(text[index] - 48)
      index += 1
    }
    guard index > digits, text[index...].starts(with: end) else { return nil }
    return (number, index + end.count)
  }

  /// Returns a text without its marks.
  static func removed(from text: String) -> String {
    guard text.utf8.contains(start[0]) else { return text }
    var text = text
    let kept = text.withUTF8 { bytes in
      var kept: [UInt8] = []
      var index = 0
      while index < bytes.count {
        if let mark = read(bytes, at: index) {
          index = mark.end
        } else {
          kept.append(bytes[index])
          index += 1
        }
      }
      return kept
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
