import TextEncoding

/// A directive of MyST that asks for the text of another file: a fence, or colons, whose words name it.
///
///     ```{include} ../README.md
///     :start-after: <!-- début -->
///     ```
struct IncludeBlock {
  /// The most lines of a directive: its options are few.
  private static let maxLines = 20

  let directive: IncludeDirective
  /// How many lines it takes, the last of which closes it.
  let lineCount: Int

  /// Reads the directive that some lines start with; nil when they start with none, or nothing closes it.
  init?(_ lines: some Sequence<ArraySlice<UInt8>>) {
    var opening: (sign: Character, count: Int, isCode: Bool, path: String)?
    var options: [String: String] = [:]
    var count = 0
    for line in lines.prefix(Self.maxLines) {
      let words = Self.words(of: line)
      count += 1
      guard let opened = opening else {
        guard let found = Self.opening(words) else { return nil }
        opening = found
        continue
      }
      if words.count >= opened.count, words.allSatisfy({ $0 == opened.sign }) {
        directive = IncludeDirective(myST: opened.path, isCode: opened.isCode, options)
        lineCount = count
        return
      }
      guard let (name, value) = Self.option(words) else {
        if words.isEmpty { continue }
        return nil
      }
      options[name] = value
    }
    return nil
  }

  /// What stands before each line of the directive, and so of the text: its indentation, the signs of
  /// a quotation.
  static func prefix(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
  }

  private static func words(of line: ArraySlice<UInt8>) -> String {
    String(decoding: line[prefix(of: line).endIndex...], as: UTF8.self).trimmed
  }

  private static func opening(
    _ words: String
  ) -> (sign: Character, count: Int, isCode: Bool, path: String)? {
    guard let sign = words.first, "`~:".contains(sign) else { return nil }
    let rest = words.drop { $0 == sign }
    let count = words.count - rest.count
    for (name, isCode) in [("{include}", false), ("{literalinclude}", true)]
    where count > 2 && rest.hasPrefix(name) {
      let path = String(rest.dropFirst(name.count)).trimmed
      return path.isEmpty ? nil : (sign, count, isCode, path)
    }
    return nil
  }

  /// Reads `:name: value`.
  private static func option(_ words: String) -> (name: String, value: String)? {
    guard words.hasPrefix(":"), let end = words.dropFirst().firstIndex(of: ":") else { return nil }
    let name = words[..<end].dropFirst()
    guard !name.isEmpty, !name.contains(" ") else { return nil }
    return (String(name), String(words[end...].dropFirst()).trimmed)
  }
}

extension IncludeDirective {
  /// - Parameter options: Those of docutils that choose a part, and those that show the text as code.
  fileprivate init(myST path: String, isCode: Bool, _ options: [String: String]) {
    // MyST has a slash for the folder of the source.
    self.init(
      path: String(path.drop { $0 == "/" }), base: path.hasPrefix("/") ? .site : .file,
      part: IncludedPart(myST: options))
    if isCode || options["literal"] != nil || options["code"] != nil {
      code = options["language"] ?? options["lang"] ?? options["code"] ?? ""
    }
  }
}

extension IncludedPart {
  /// Reads `lines`, `start-line` and `end-line`, `start-after` and `end-before`.
  fileprivate init(myST options: [String: String]) {
    var ranges: [ClosedRange<Int>] = []
    for range in (options["lines"] ?? "").split(separator: ",") {
      let ends = range.split(separator: "-", omittingEmptySubsequences: false)
        .map { Int(String($0).trimmed) }
      guard let start = ends.first ?? nil else { continue }
      let end = ends.count > 1 ? ends[1] ?? .max : start
      if start > 0, start <= end { ranges.append(start...end) }
    }
    // Counted from 0; the last one is not shown.
    let start = max(0, options["start-line"].flatMap { Int($0) } ?? 0)
    let end = options["end-line"].flatMap { Int($0) } ?? .max
    if ranges.isEmpty, start > 0 || end < .max, start < end { ranges = [start + 1...end] }
    let (after, before) = (options["start-after"], options["end-before"])
    self =
      after != nil || before != nil
      ? .between(after: after, before: before, lines: ranges)
      : ranges.isEmpty ? .whole : .lines(ranges)
  }
}
