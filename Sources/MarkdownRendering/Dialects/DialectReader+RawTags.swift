/// The tags `{% raw %}` and `{% endraw %}` in code: they go where they stand in pairs, and what is between them
/// stays.
extension DialectReader {
  /// Writes a line of a fence or of raw HTML.
  mutating func writeVerbatim(_ line: DialectLine) {
    guard hasRawTags, let fence = level.fence, line.content.contains(UInt8(ascii: "%")) else {
      return write(line)
    }
    var isOpen = fence.isRaw
    let written = RawTags.withoutPairs(
      Array(bytes[line.rest])[...], isOpen: &isOpen, endsBelow: { endsRaw(in: fence) })
    level.fence?.isRaw = isOpen
    guard let content = written else { return write(line) }
    // A line of such a tag alone goes with it.
    if content.allSatisfy({ $0 <= 0x20 }) { return }
    write([UInt8](repeating: 0x20, count: line.spaces) + content, from: line.start)
  }

  /// Writes the lines of a code up to a place.
  mutating func copyCode(upTo end: Int) {
    var isOpen = false
    let lastEnd = hasRawTags ? RawTags.lastEnd(in: bytes[next..<max(next, end)]) : nil
    while next < end, let range = takeLine() {
      let line = Array(bytes[range])
      let content = lastEnd.flatMap { last in
        RawTags.withoutPairs(line[...], isOpen: &isOpen, endsBelow: { last >= range.upperBound })
      }
      if let content, content.allSatisfy({ $0 <= 0x20 }) { continue }
      write(content ?? line, from: range.lowerBound)
    }
  }

  /// Whether `{% endraw %}` is on a line below, before the fence ends.
  private mutating func endsRaw(in fence: DialectLevel.Fence) -> Bool {
    let name = "endraw"
    guard next >= fruitlessEnd[name] ?? 0 else { return false }
    let start = next
    defer { next = start }
    for _ in 0..<Self.maxLookAhead {
      guard let range = takeLine() else { break }
      let content = bytes[range].drop {
        $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">")
      }
      let signs = content.prefix { $0 == fence.sign }.count
      if signs >= fence.length, content.dropFirst(signs).allSatisfy({ $0 <= 0x20 }) { break }
      if RawTags.lastEnd(in: bytes[range]) != nil { return true }
    }
    fruitlessEnd[name] = next
    return false
  }
}
