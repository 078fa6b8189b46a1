/// Makes a layout of the events of a document.
struct YAMLLayoutComposer: ~Copyable {
  private let reader: YAMLEventReader
  private let bytes: [UInt8]
  /// The byte at which each Unicode scalar starts; empty where they are the same.
  private let starts: [Int]

  init(_ reader: consuming YAMLEventReader, _ text: String) {
    self.reader = reader
    let bytes = Array(text.utf8)
    self.bytes = bytes
    starts =
      bytes.allSatisfy { $0 < 0x80 } ? [] : bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
  }

  /// Reads the only document of the text.
  mutating func document() throws(YAMLError) -> YAMLLayout? {
    _ = try reader.next()
    if case .endOfText = try reader.next().kind { return nil }
    let root = try node(from: try reader.next(), depth: 0)
    _ = try reader.next()
    let end = try reader.next()
    guard case .endOfText = end.kind else {
      throw .syntax(problem: "but found another document", mark: end.mark, context: nil)
    }
    return root
  }

  private func byte(ofScalar index: Int) -> Int {
    starts.isEmpty ? min(index, bytes.count) : index < starts.count ? starts[index] : bytes.count
  }

  private func range(of event: YAMLEvent) -> Range<Int> {
    byte(ofScalar: event.scalars.lowerBound)..<byte(ofScalar: event.scalars.upperBound)
  }

  private mutating func node(from event: YAMLEvent, depth: Int) throws(YAMLError) -> YAMLLayout {
    guard depth <= YAMLDocument.greatestDepth else {
      throw .syntax(problem: "Maximum nesting level reached", mark: event.mark, context: nil)
    }
    switch event.kind {
    case .scalar(let text, let style, let anchor):
      let isBlock = style == .literal || style == .folded
      let range = isBlock ? trimmed(range(of: event)) : range(of: event)
      return layout(.scalar(text, style), range, event, anchor)
    case .alias(let name): return layout(.alias(name), range(of: event), event, nil)
    case .startOfSequence(let anchor): return try sequence(from: event, anchor, depth: depth)
    case .startOfMapping(let anchor): return try mapping(from: event, anchor, depth: depth)
    case .boundary, .endOfText, .endOfSequence, .endOfMapping:
      throw .syntax(problem: "did not find expected node content", mark: event.mark, context: nil)
    }
  }

  private func layout(
    _ content: YAMLLayout.Content, _ range: Range<Int>, _ event: YAMLEvent, _ anchor: String?
  ) -> YAMLLayout {
    YAMLLayout(content: content, range: range, mark: event.mark, anchor: anchor)
  }

  /// A text on lines of its own ends with its last word: libyaml counts the empty lines that follow.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  private mutating func sequence(
    from start: YAMLEvent, _ anchor: String?, depth: Int
  ) throws(YAMLError) -> YAMLLayout {
    var nodes: [YAMLLayout] = []
    while true {
      let event = try reader.next()
      if case .endOfSequence = event.kind {
        let range = range(from: start, to: event, last: nodes.last?.range.upperBound)
        return layout(.sequence(nodes, isFlow: start.isFlow), range, start, anchor)
      }
      nodes.append(try node(from: event, depth: depth + 1))
    }
  }

  private mutating func mapping(
    from start: YAMLEvent, _ anchor: String?, depth: Int
  ) throws(YAMLError) -> YAMLLayout {
    var entries: [YAMLLayout.Entry] = []
    while true {
      let event = try reader.next()
      if case .endOfMapping = event.kind {
        let range = range(from: start, to: event, last: entries.last?.range.upperBound)
        return layout(.mapping(entries, isFlow: start.isFlow), range, start, anchor)
      }
      let key = try node(from: event, depth: depth + 1)
      let value = try node(from: try reader.next(), depth: depth + 1)
      entries.append(YAMLLayout.Entry(key: key, value: value))
    }
  }

  /// What has no brackets ends with its last value: libyaml tells where the next thing starts.
  private func range(from start: YAMLEvent, to end: YAMLEvent, last: Int?) -> Range<Int> {
    let first = byte(ofScalar: start.scalars.lowerBound)
    if start.isFlow { return first..<max(first, byte(ofScalar: end.scalars.upperBound)) }
    return first..<max(first, last ?? byte(ofScalar: start.scalars.upperBound))
  }
}
