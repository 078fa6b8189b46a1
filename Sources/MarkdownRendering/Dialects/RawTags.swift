/// The tags `{% raw %}` and `{% endraw %}`, between which Jekyll and its like read no other: they show nothing
/// themselves.
enum RawTags {
  /// Whether a text may hold them.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let percent = DialectSigns.index(of: UInt8(ascii: "%"), in: text, from: start) {
      if percent > 0, text[percent - 1] == UInt8(ascii: "{"),
        length(of: text[(percent - 1)...]) != nil
      {
        return true
      }
      start = percent + 1
    }
    return false
  }

  /// Returns a line without its tags; nil when it has none.
  ///
  /// A text that explains the tags shows them between backticks: there, they go in pairs alone.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  static func without(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    let tick = UInt8(ascii: "`")
    var written: [UInt8] = []
    var (start, index) = (line.startIndex, line.startIndex)
    // The lengths of backticks that were looked for in vain.
    var missing: Set<Int> = []
    while index < line.endIndex {
      if line[index] == tick {
        let count = line[index...].prefix { $0 == tick }.count
        let first = index + count
        index = first
        guard !missing.contains(count) else { continue }
        guard let end = endOfCode(count, in: line[first...]) else {
          missing.insert(count)
          continue
        }
        if let code = withoutPairs(line[first..<end]) {
          written += line[start..<first] + code
          start = end
        }
        index = end + count
      } else if line[index] == UInt8(ascii: "{"), let length = length(of: line[index...]) {
        written += line[start..<index]
        index += length
        start = index
      } else {
        index += 1
      }
    }
    return start == line.startIndex ? nil : written + line[start...]
  }

  /// Returns where as many backticks stand as opened a code.
  private static func endOfCode(_ count: Int, in text: ArraySlice<UInt8>) -> Int? {
    var index = text.startIndex
    while index < text.endIndex {
      let run = text[index...].prefix { $0 == UInt8(ascii: "`") }.count
      if run == count { return index }
      index += max(1, run)
    }
    return nil
  }

  /// Returns a code without the tags that stand in pairs; nil when it has none.
  private static func withoutPairs(_ code: ArraySlice<UInt8>) -> [UInt8]? {
    var (found, opening): ([Range<Int>], Range<Int>?) = ([], nil)
    var index = code.startIndex
    while index < code.endIndex {
      guard code[index] == UInt8(ascii: "{"), let length = length(of: code[index...]) else {
        index += 1
        continue
      }
      let tag = index..<(index + length)
      if code[tag].firstRange(of: "endraw".utf8) == nil {
        opening = tag
      } else if let open = opening {
        found += [open, tag]
        opening = nil
      }
      index += length
    }
    guard !found.isEmpty else { return nil }
    var (written, start): ([UInt8], Int) = ([], code.startIndex)
    for tag in found {
      written += code[start..<tag.lowerBound]
      start = tag.upperBound
    }
    return written + code[start...]
  }

  /// Returns a line of a code without the tags that stand in pairs in the code; nil when it has none.
  ///
  /// - Parameters:
  ///   - isOpen: Whether a pair is open that goes.
  ///   - endsBelow: Whether a tag on a line below ends a pair.
  static func withoutPairs(
    _ line: ArraySlice<UInt8>, isOpen: inout Bool, endsBelow: () -> Bool
  ) -> [UInt8]? {
    var (written, start): ([UInt8], Int) = ([], line.startIndex)
    var index = line.startIndex
    var lastEnd: Int??
    var hasPairs = false
    while let brace = line[index...].firstIndex(of: UInt8(ascii: "{")) {
      guard let length = length(of: line[brace...]) else {
        index = brace + 1
        continue
      }
      index = brace + length
      if isEnd(line[brace..<index]) {
        guard isOpen else { continue }
        isOpen = false
      } else {
        // Between the tags, another one is text.
        if isOpen { continue }
        if lastEnd == nil { lastEnd = .some(Self.lastEnd(in: line)) }
        guard lastEnd.flatMap(\.self).map({ $0 > brace }) == true || endsBelow() else { continue }
        isOpen = true
      }
      hasPairs = true
      written += line[start..<brace]
      start = index
    }
    return hasPairs ? written + line[start...] : nil
  }

  /// Returns where the last `{% endraw %}` of a text starts.
  static func lastEnd<Text: BidirectionalCollection<UInt8>>(in text: Text) -> Text.Index?
  where Text.SubSequence: RandomAccessCollection {
    var end = text.endIndex
    while let brace = text[..<end].lastIndex(of: UInt8(ascii: "{")) {
      if let length = length(of: text[brace...]), isEnd(text[brace...].prefix(length)) {
        return brace
      }
      end = brace
    }
    return nil
  }

  private static func isEnd(_ tag: some Collection<UInt8>) -> Bool {
    tag.drop { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "r") }.first == UInt8(ascii: "e")
  }

  /// Returns the length of the tag that starts a text, `{% raw %}` or `{%- endraw -%}`.
  private static func length(of text: some RandomAccessCollection<UInt8>) -> Int? {
    guard text.starts(with: "{%".utf8) else { return nil }
    let limit = text.prefix(24)
    let inside = limit.dropFirst(2).drop { $0 == UInt8(ascii: "-") || $0 == 0x20 }
    let name = ["endraw", "raw"].first { inside.starts(with: $0.utf8) }
    guard let name else { return nil }
    let end = inside.dropFirst(name.utf8.count).drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    guard end.starts(with: "%}".utf8) else { return nil }
    return limit.count - end.count + 2
  }
}
