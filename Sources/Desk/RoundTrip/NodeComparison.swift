import YAMLParsing

extension YAMLNode {
  /// How many values are looked at in a document: a few aliases may stand for billions.
  static let greatestCount = 200_000

  /// Returns whether a node has a value already; what an object does not name may be anything.
  func holds(_ value: EditedValue) -> Bool {
    switch (self, value) {
    case (.scalar(let scalar), .scalar(let text, _)):
      if scalar.string == text { return scalar.style != .plain || !isAbsent }
      // A form shows a text on lines of its own without the end of its last line.
      return (scalar.style == .literal || scalar.style == .folded) && scalar.string == text + "\n"
    case (.sequence(let nodes), .list(let elements)):
      guard nodes.count == elements.count else { return false }
      return elements.enumerated().allSatisfy { index, element in
        (element.origin == nil || element.origin == index) && nodes[index].holds(element.value)
      }
    case (.mapping(let mapping), .object(let members)):
      return members.allSatisfy { member in
        guard let node = mapping[member.key] else { return member.value == nil }
        return member.value.map(node.holds) ?? false
      }
    case (.scalar, _), (.sequence, _), (.mapping, _): return false
    }
  }

  /// Whether it is the absence of a value: nothing at all, `~` or `null`.
  var isAbsent: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// Returns whether two nodes hold the same values, wherever they stand and however they are written;
  /// false as well when there are too many to tell.
  func hasSameContent(as other: YAMLNode, within count: inout Int) -> Bool {
    count -= 1
    guard count > 0 else { return false }
    switch (self, other) {
    case (.scalar(let left), .scalar(let right)):
      return left.string == right.string && isAbsent == other.isAbsent
    case (.sequence(let left), .sequence(let right)):
      guard left.count == right.count else { return false }
      for (left, right) in zip(left, right) {
        guard left.hasSameContent(as: right, within: &count) else { return false }
      }
      return true
    case (.mapping(let left), .mapping(let right)):
      guard left.count == right.count else { return false }
      for (left, right) in zip(left, right) {
        guard left.key.hasSameContent(as: right.key, within: &count),
          left.value.hasSameContent(as: right.value, within: &count)
        else { return false }
      }
      return true
    case (.scalar, _), (.sequence, _), (.mapping, _): return false
    }
  }
}
