/// Makes nodes of the events of a document.
struct YAMLComposer: ~Copyable {
  private let reader: YAMLEventReader
  /// The nodes that aliases may name; the last one of a name holds.
  private var anchors: [String: YAMLNode] = [:]

  init(_ reader: consuming YAMLEventReader) {
    self.reader = reader
  }

  /// Reads the only document of the text.
  mutating func document() throws(YAMLError) -> YAMLNode? {
    // The start of the text, then that of the document.
    _ = try reader.next()
    if case .endOfText = try reader.next().kind { return nil }
    let root = try node(from: try reader.next(), depth: 0)
    // The end of the document.
    _ = try reader.next()
    let end = try reader.next()
    guard case .endOfText = end.kind else {
      throw .syntax(problem: "but found another document", mark: end.mark, context: nil)
    }
    return root
  }

  private mutating func node(from event: YAMLEvent, depth: Int) throws(YAMLError) -> YAMLNode {
    guard depth <= YAMLDocument.greatestDepth else {
      throw .syntax(problem: "Maximum nesting level reached", mark: event.mark, context: nil)
    }
    switch event.kind {
    case .scalar(let text, let style, let anchor):
      return name(.scalar(YAMLScalar(text, style: style, mark: event.mark)), anchor)
    case .startOfSequence(let anchor):
      return name(.sequence(try sequence(from: event.mark, depth: depth)), anchor)
    case .startOfMapping(let anchor):
      return name(.mapping(try mapping(from: event.mark, depth: depth)), anchor)
    case .alias(let name):
      guard let node = anchors[name] else {
        throw .syntax(problem: "found undefined alias", mark: event.mark, context: nil)
      }
      return node
    case .boundary, .endOfText, .endOfSequence, .endOfMapping:
      throw .syntax(problem: "did not find expected node content", mark: event.mark, context: nil)
    }
  }

  private mutating func name(_ node: YAMLNode, _ anchor: String?) -> YAMLNode {
    if let anchor { anchors[anchor] = node }
    return node
  }

  private mutating func sequence(
    from mark: YAMLMark, depth: Int
  ) throws(YAMLError) -> YAMLSequence {
    var nodes: [YAMLNode] = []
    while true {
      let event = try reader.next()
      if case .endOfSequence = event.kind { return YAMLSequence(nodes, mark: mark) }
      nodes.append(try node(from: event, depth: depth + 1))
    }
  }

  private mutating func mapping(from mark: YAMLMark, depth: Int) throws(YAMLError) -> YAMLMapping {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    while true {
      let event = try reader.next()
      if case .endOfMapping = event.kind {
        try checkKeys(pairs.map(\.key))
        return YAMLMapping(pairs, mark: mark)
      }
      let key = try node(from: event, depth: depth + 1)
      pairs.append((key, try node(from: try reader.next(), depth: depth + 1)))
    }
  }

  /// Refuses keys that are written twice.
  private func checkKeys(_ keys: [YAMLNode]) throws(YAMLError) {
    var marks: [String: YAMLMark] = [:]
    var duplicates: [(key: String, mark: YAMLMark)] = []
    for key in keys.lazy.compactMap(\.scalar) {
      if let first = marks[key.string] {
        duplicates.append((key.string, first))
      } else {
        marks[key.string] = key.mark
      }
    }
    duplicates.sort { $0.key < $1.key }
    if let first = duplicates.first {
      throw .duplicateKeys(duplicates.map(\.key), mark: first.mark)
    }
  }
}
