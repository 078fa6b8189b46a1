/// A list of a document.
public struct YAMLSequence: Sendable, Hashable, RandomAccessCollection {
  private let nodes: [YAMLNode]
  /// Where it starts.
  public let mark: YAMLMark

  /// Creates a list.
  public init(_ nodes: [YAMLNode], mark: YAMLMark) {
    self.nodes = nodes
    self.mark = mark
  }

  /// The index of the first value.
  public var startIndex: Int { nodes.startIndex }
  /// The index after the last value.
  public var endIndex: Int { nodes.endIndex }
  /// The value at an index.
  public subscript(index: Int) -> YAMLNode { nodes[index] }
}
