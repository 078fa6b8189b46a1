/// Values by key, in the order of the document.
public struct YAMLMapping: Sendable, Hashable, RandomAccessCollection {
  private struct Pair: Hashable {
    let key: YAMLNode
    let value: YAMLNode
  }

  private let pairs: [Pair]
  /// Where it starts.
  public let mark: YAMLMark

  /// Creates a mapping.
  public init(
    _ pairs: [(key: YAMLNode, value: YAMLNode)] = [], mark: YAMLMark = YAMLMark(line: 1, column: 1)
  ) {
    self.pairs = pairs.map(Pair.init)
    self.mark = mark
  }

  /// The index of the first key.
  public var startIndex: Int { pairs.startIndex }
  /// The index after the last key.
  public var endIndex: Int { pairs.endIndex }
  /// The key and the value at an index.
  public subscript(index: Int) -> (key: YAMLNode, value: YAMLNode) {
    (pairs[index].key, pairs[index].value)
  }

  /// The value of a key.
  ///
  /// - Complexity: O(*n*) in the number of keys.
  public subscript(key: String) -> YAMLNode? {
    pairs.first { $0.key.scalar?.string == key }?.value
  }
}
