/// The text below the front matter, as a form shows it and gives it back.
///
/// A form knows one end of lines, and no empty lines around the text.
struct BodyText {
  private let bytes: [UInt8]
  /// The empty lines before the text, then the text, then the empty lines after it.
  private let start: Int
  private let end: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = Array(bytes)
    var start = 0
    // Spaces before the first word may mean something.
    for (index, byte) in self.bytes.enumerated() {
      if byte > 0x20 { break }
      if byte == UInt8(ascii: "\n") { start = index + 1 }
    }
    var end = self.bytes.count
    while end > start, [0x0A, 0x0D].contains(self.bytes[end - 1]) { end -= 1 }
    self.start = start
    self.end = end
  }

  /// The text, its lines ending as forms have them.
  var shown: String { Self.normalized(String(decoding: bytes[start..<end], as: UTF8.self)) }

  /// How many lines stand above it.
  var skippedLines: Int { bytes[..<start].count { $0 == UInt8(ascii: "\n") } }

  private static func normalized(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    var scalars = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        scalars.append("\n")
      } else if scalar != "\n" || !wasReturn {
        scalars.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    return String(scalars)
  }

  /// Returns the bytes of another text in its place: the lines that stay the same at its start and at
  /// its end keep theirs.
  func bytes(showing text: String, lineEnd: String) -> [UInt8] {
    let new = Self.normalized(text)
    guard new != shown else { return bytes }
    let ending = Array(lineEnd.utf8)
    let newLines = new.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { Array($0) }
    let oldLines = lines
    var first = 0
    while first < min(newLines.count, oldLines.count) - 1, newLines[first] == oldLines[first].text {
      first += 1
    }
    var last = 0
    while last < min(newLines.count, oldLines.count) - first - 1,
      newLines[newLines.count - 1 - last] == oldLines[oldLines.count - 1 - last].text
    {
      last += 1
    }
    var result = Array(bytes[..<start])
    if start == 0, end == 0 { result += ending }
    for line in oldLines[..<first] { result += line.text + line.end }
    for (index, line) in newLines[first..<(newLines.count - last)].enumerated() {
      let isLast = last == 0 && index == newLines.count - first - 1
      result += line + (isLast ? [] : ending)
    }
    for line in oldLines[(oldLines.count - last)...] { result += line.text + line.end }
    let rest = bytes[end...]
    return result + (rest.isEmpty ? ArraySlice(ending) : rest)
  }

  /// The lines of the text, each with its own end.
  private var lines: [(text: [UInt8], end: [UInt8])] {
    var lines: [(text: [UInt8], end: [UInt8])] = []
    var line: [UInt8] = []
    var index = start
    while index < end {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else {
        line.append(byte)
        continue
      }
      var ending = [byte]
      if byte == 0x0D, index < end, bytes[index] == 0x0A {
        ending.append(0x0A)
        index += 1
      }
      lines.append((line, ending))
      line = []
    }
    return lines + [(line, [])]
  }
}
