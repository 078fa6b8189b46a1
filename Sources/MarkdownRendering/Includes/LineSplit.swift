/// Cuts a text into lines, which end as Markdown has it.
enum LineSplit {
  static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(bytes[start..<(index - 1)])
      if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
      start = index
    }
    if start < bytes.endIndex { lines.append(bytes[start...]) }
    return lines
  }
}
