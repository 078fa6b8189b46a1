import TextEncoding

/// The part of a file that a text includes.
enum IncludedPart: Hashable {
  case whole
  /// Some of its lines, from 1.
  case lines([ClosedRange<Int>])
  /// The lines between `ANCHOR: name` and `ANCHOR_END: name`.
  case anchor(String)
  /// The lines between `--8<-- [start:name]` and `--8<-- [end:name]`.
  case section(String)
  /// The lines between those that hold two texts, each of which may be missing; of some lines where there are any.
  case between(after: String?, before: String?, lines: [ClosedRange<Int>])

  /// Reads what follows the path in `{{#include path:2:10}}`.
  init(mdBook parts: [String]) {
    let parts = parts.map(\.trimmed)
    guard let first = parts.first, parts != [""] else {
      self = .whole
      return
    }
    let (start, end) = (Int(first), parts.dropFirst().first.map { Int($0) })
    switch (start, end) {
    case (nil, _) where !first.isEmpty: self = .anchor(first)
    case (let start?, nil): self = .lines(Self.range(start, start))
    default: self = .lines(Self.range(start ?? 1, (end ?? nil) ?? .max))
    }
  }

  /// Cuts `path:2:10,12:14` or `path:name`.
  static func cut(snippet text: String) -> (path: String, part: IncludedPart) {
    guard let colon = text.firstIndex(of: ":"), !text.contains("://") else {
      return (text, .whole)
    }
    let path = String(text[..<colon])
    let rest = text[text.index(after: colon)...]
    guard rest.allSatisfy({ "0123456789:,".contains($0) }) else {
      return (path, .section(String(rest)))
    }
    let ranges = rest.split(separator: ",").flatMap { range -> [ClosedRange<Int>] in
      let ends = range.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      return Self.range(
        (ends.first ?? nil) ?? 1, (ends.dropFirst().first ?? nil) ?? .max)
    }
    return (path, ranges.isEmpty ? .whole : .lines(ranges))
  }

  /// Cuts `path{2,10}`, `path{2,}` or `path#region`.
  static func cut(vitePress text: String) -> (path: String, part: IncludedPart) {
    if text.last == "}", let brace = text.lastIndex(of: "{") {
      let ends = text[brace...].dropFirst().dropLast()
        .split(separator: ",", omittingEmptySubsequences: false).map { Int(String($0).trimmed) }
      let start = (ends.first ?? nil) ?? 1
      let end = ends.count > 1 ? (ends[1] ?? .max) : start
      return (String(text[..<brace]).trimmed, .lines(range(start, end)))
    }
    guard let hash = text.firstIndex(of: "#") else { return (text, .whole) }
    return (String(text[..<hash]), .anchor(String(text[hash...].dropFirst())))
  }

  private static func range(_ start: Int, _ end: Int) -> [ClosedRange<Int>] {
    let start = max(1, start)
    return end < start ? [] : [start...end]
  }

  /// Returns the numbers of the lines that are asked for, from 1; nil when the file has no such part.
  ///
  /// - Parameter firstLine: The first line of the text of a sheet, below its front matter.
  func lines(of lines: [ArraySlice<UInt8>], firstLine: Int) -> [Int]? {
    switch self {
    case .whole:
      let shown = firstLine > lines.count ? [] : Array(firstLine...lines.count)
      return shown.filter { !Self.isSectionMark(lines[$0 - 1]) }
    case .lines(let ranges):
      let found = Self.numbers(ranges, of: lines)
      return found.isEmpty ? nil : found
    case .between(let after, let before, let ranges):
      var found =
        ranges.isEmpty
        ? Array(1..<(lines.count + 1)).filter { $0 >= firstLine } : Self.numbers(ranges, of: lines)
      if let after {
        guard let start = found.firstIndex(where: { Self.holds(lines[$0 - 1], after) }) else {
          return nil
        }
        found.removeSubrange(...start)
      }
      if let before {
        guard let end = found.firstIndex(where: { Self.holds(lines[$0 - 1], before) }) else {
          return nil
        }
        found.removeSubrange(end...)
      }
      return found
    case .anchor(let name):
      return Self.inside(
        lines, isStart: { Self.anchor($0, "ANCHOR:") == name },
        isEnd: { Self.anchor($0, "ANCHOR_END:") == name },
        isHidden: { $0.firstRange(of: "ANCHOR".utf8) != nil && Self.isAnchor($0) })
    case .section(let name):
      return Self.inside(
        lines, isStart: { Self.section($0, "start") == name },
        isEnd: { Self.section($0, "end") == name }, isHidden: Self.isSectionMark)
    }
  }

  private static func numbers(
    _ ranges: [ClosedRange<Int>], of lines: [ArraySlice<UInt8>]
  ) -> [Int] {
    ranges.flatMap { range in
      range.lowerBound > lines.count
        ? [] : Array(range.lowerBound...min(range.upperBound, lines.count))
    }
  }

  private static func holds(_ line: ArraySlice<UInt8>, _ text: String) -> Bool {
    !text.isEmpty && line.firstRange(of: text.utf8) != nil
  }

  private static func inside(
    _ lines: [ArraySlice<UInt8>], isStart: (ArraySlice<UInt8>) -> Bool,
    isEnd: (ArraySlice<UInt8>) -> Bool, isHidden: (ArraySlice<UInt8>) -> Bool
  ) -> [Int]? {
    guard let start = lines.firstIndex(where: isStart) else { return nil }
    let rest = lines[(start + 1)...]
    let end = rest.firstIndex(where: isEnd) ?? lines.count
    return (start + 1..<end).filter { !isHidden(lines[$0]) }.map { $0 + 1 }
  }

  private static func isAnchor(_ line: ArraySlice<UInt8>) -> Bool {
    anchor(line, "ANCHOR:") != nil || anchor(line, "ANCHOR_END:") != nil
  }

  /// Returns the name after a word of mdBook.
  private static func anchor(_ line: ArraySlice<UInt8>, _ word: String) -> String? {
    guard let found = line.firstRange(of: word.utf8) else { return nil }
    let name = line[found.upperBound...].drop { $0 == 0x20 || $0 == 0x09 }.prefix(while: isOfName)
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// Returns the name in `--8<-- [start:name]`.
  private static func section(_ line: ArraySlice<UInt8>, _ word: String) -> String? {
    guard let scissors = line.firstRange(of: "-8<-".utf8) else { return nil }
    var rest = line[scissors.upperBound...].drop { $0 == UInt8(ascii: "-") }
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "[") }
    guard rest.starts(with: word.utf8) else { return nil }
    let name = rest.dropFirst(word.utf8.count).drop {
      [0x20, 0x09, UInt8(ascii: ":")].contains($0)
    }
    .prefix(while: isOfName)
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  private static func isSectionMark(_ line: ArraySlice<UInt8>) -> Bool {
    section(line, "start") != nil || section(line, "end") != nil
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
