import YAMLParsing

extension ValueRewriter {
  /// Changes an object whose keys have lines of their own.
  ///
  /// - Parameter order: Keys in the order in which new ones are put among those that are there.
  mutating func changeBlock(
    _ object: ObjectInPlace, to members: [EditedValue.Member], order: [String]
  ) throws(OutOfReach) {
    guard let first = object.entries.first else { throw OutOfReach() }
    let indent = first.key.range.lowerBound - lineStart(first.key.range.lowerBound)
    let place = Place(indent: indent, isInFlow: false)
    for member in members {
      guard let index = object.index(of: member.key) else { continue }
      let entry = object.entries[index]
      guard let value = member.value else {
        try remove(index, of: object)
        continue
      }
      do {
        try change(entry.value, object.mapping[index].value, to: value, at: place)
      } catch {
        try replaceWhole(entry, by: value, at: place)
      }
    }
    for member in members where object.index(of: member.key) == nil {
      guard let value = member.value else { continue }
      let entry = predecessor(of: member.key, in: object, order: order)
      let end = nextLine(entry.range.upperBound)
      let line =
        String(repeating: " ", count: indent) + writer.member(member.key, value, indent: indent)
      add(Splice(end..<end, lines(line, at: end)))
    }
  }

  /// The entry that a new key comes after: the last of those that come before it, or the last of all.
  private func predecessor(
    of key: String, in object: ObjectInPlace, order: [String]
  ) -> YAMLLayout.Entry {
    let before = order.prefix { $0 != key }
    let places = before.count < order.count ? before.reversed() : []
    let found = places.lazy.compactMap { object.index(of: $0) }.first
    return object.entries[found ?? object.entries.count - 1]
  }

  /// Takes out the lines of a key.
  private mutating func remove(_ index: Int, of object: ObjectInPlace) throws(OutOfReach) {
    let range = object.entries[index].range
    if isFirstOnLine(range.lowerBound) {
      add(Splice(lineStart(range.lowerBound)..<nextLine(range.upperBound), ""))
    } else if object.entries.indices.contains(index + 1) {
      // The first key of an element stands after its dash: the next takes its place.
      let next = object.entries[index + 1].range.lowerBound
      add(Splice(range.lowerBound..<next, ""))
    } else {
      throw OutOfReach()
    }
  }

  /// Changes an object between braces.
  mutating func changeFlow(
    _ object: ObjectInPlace, to members: [EditedValue.Member]
  ) throws(OutOfReach) {
    let place = Place(indent: 0, isInFlow: true)
    var removed: Set<Int> = []
    for member in members {
      guard let index = object.index(of: member.key) else { continue }
      let entry = object.entries[index]
      guard let value = member.value else {
        removed.insert(index)
        continue
      }
      do {
        try change(entry.value, object.mapping[index].value, to: value, at: place)
      } catch {
        try replaceWhole(entry, by: value, at: place)
      }
    }
    guard removed.count < object.entries.count else { throw OutOfReach() }
    for index in removed { remove(index, of: object, removed) }
    for member in members where object.index(of: member.key) == nil {
      guard let value = member.value else { continue }
      let end = object.entries[object.entries.count - 1].range.upperBound
      add(Splice(end..<end, ", " + writer.flowMember(member.key, value)))
    }
  }

  /// Takes out a key between braces, with one of the commas beside it.
  private mutating func remove(_ index: Int, of object: ObjectInPlace, _ removed: Set<Int>) {
    let entries = object.entries
    let range = entries[index].range
    let isLeading = (0..<index).allSatisfy(removed.contains)
    if isLeading, entries.indices.contains(index + 1) {
      add(Splice(range.lowerBound..<entries[index + 1].range.lowerBound, ""))
    } else if index > 0 {
      add(Splice(entries[index - 1].range.upperBound..<range.upperBound, ""))
    }
  }
}
