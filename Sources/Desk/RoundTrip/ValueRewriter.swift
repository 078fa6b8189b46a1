import YAMLParsing

/// Finds which bytes of a YAML text change for its values to become others.
///
/// What has the value that it shall have keeps its bytes; so do comments, the order of keys, and the
/// style of what changes, where it can hold the new value.
struct ValueRewriter {
  /// What cannot be changed in its place.
  struct OutOfReach: Error {}

  /// Where a value stands.
  struct Place {
    /// How many spaces the line of its key or dash starts with.
    let indent: Int
    /// Whether it stands between brackets or braces.
    let isInFlow: Bool
  }

  let text: [UInt8]
  let writer: ValueWriter
  /// Whether lists and objects are written anew where a part of them changes.
  let replacesWhole: Bool
  private(set) var splices: [Splice] = []

  init(_ text: [UInt8], writer: ValueWriter, replacesWhole: Bool) {
    self.text = text
    self.writer = writer
    self.replacesWhole = replacesWhole
  }

  mutating func add(_ splice: Splice) { splices.append(splice) }

  /// Makes a value another.
  ///
  /// - Parameters:
  ///   - layout: Where the value is written.
  ///   - node: What it is, its aliases followed.
  mutating func change(
    _ layout: YAMLLayout, _ node: YAMLNode, to value: EditedValue, at place: Place
  ) throws(OutOfReach) {
    guard !node.holds(value) else { return }
    switch (layout.content, node, value) {
    case (.scalar(let old, let style), .scalar, .scalar(let new, let isText)):
      change(layout, old, style, to: new, isText: isText, at: place)
    case (.sequence(let layouts, let isFlow), .sequence(let nodes), .list(let elements))
    where !elements.isEmpty && !layouts.isEmpty && !replacesWhole:
      let list = ListInPlace(layout: layout, layouts: layouts, nodes: Array(nodes))
      if isFlow {
        try changeFlow(list, to: elements)
      } else {
        try changeBlock(list, to: elements)
      }
    case (.mapping(let entries, let isFlow), .mapping(let mapping), .object(let members))
    where !entries.isEmpty && !replacesWhole:
      let object = ObjectInPlace(layout: layout, entries: entries, mapping: mapping)
      if isFlow {
        try changeFlow(object, to: members)
      } else {
        try changeBlock(object, to: members, order: members.map(\.key))
      }
    default: throw OutOfReach()
    }
  }

  private mutating func change(
    _ layout: YAMLLayout, _ old: String, _ style: YAMLScalar.Style, to new: String, isText: Bool,
    at place: Place
  ) {
    var new = new
    if style == .literal || style == .folded, old.hasSuffix("\n"), !new.hasSuffix("\n") {
      new += "\n"
    }
    // What has no value yet has no style either, and stands right after its colon.
    let isEmpty = layout.range.isEmpty
    let written = writer.scalar(
      new, isText: isText, style: isEmpty ? nil : style, parent: place.indent,
      canBreak: isLastOnLine(layout.range.upperBound), isInFlow: place.isInFlow)
    add(Splice(layout.range, (isEmpty ? " " : "") + written))
  }

  /// Writes the value of a key anew, from its colon on.
  mutating func replaceWhole(
    _ entry: YAMLLayout.Entry, by value: EditedValue, at place: Place
  ) throws(OutOfReach) {
    guard let colon = colon(after: entry.key) else { throw OutOfReach() }
    let end = max(colon + 1, entry.value.range.upperBound)
    let written =
      place.isInFlow
      ? " " + writer.flow(value)
      : isLastOnLine(end) ? writer.afterKey(value, indent: place.indent) : " " + writer.flow(value)
    add(Splice(colon + 1..<end, written))
  }

  // MARK: The text around

  /// The place of the colon of a key.
  private func colon(after key: YAMLLayout) -> Int? {
    var index = key.range.upperBound
    while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    return index < text.count && text[index] == UInt8(ascii: ":") ? index : nil
  }

  /// Where the line of a byte starts.
  func lineStart(_ index: Int) -> Int {
    var index = min(index, text.count)
    while index > 0, text[index - 1] != UInt8(ascii: "\n") { index -= 1 }
    return index
  }

  /// Where the line after that of a byte starts.
  func nextLine(_ index: Int) -> Int {
    var index = index
    while index < text.count, text[index] != UInt8(ascii: "\n") { index += 1 }
    return min(index + 1, text.count)
  }

  /// Whether only spaces stand before a byte on its line.
  func isFirstOnLine(_ index: Int) -> Bool {
    text[lineStart(index)..<index].allSatisfy { $0 == 0x20 }
  }

  /// Whether nothing but spaces follows a byte on its line.
  func isLastOnLine(_ index: Int) -> Bool {
    text[min(index, text.count)...].prefix { $0 != UInt8(ascii: "\n") }.allSatisfy { $0 <= 0x20 }
  }

  /// Returns lines to put in at the start of a line, of which the last one ends where the text does.
  func lines(_ lines: String, at index: Int) -> String {
    let isOpen = index == text.count && index > 0 && text[index - 1] != UInt8(ascii: "\n")
    return isOpen ? writer.lineEnd + lines : lines + writer.lineEnd
  }

  func slice(_ range: Range<Int>) -> ArraySlice<UInt8> { text[range] }

  /// Returns what some bytes become when a value in them changes.
  func changed(
    _ range: Range<Int>, _ layout: YAMLLayout, _ node: YAMLNode, to value: EditedValue,
    at place: Place
  ) throws(OutOfReach) -> [UInt8] {
    var inner = ValueRewriter(text, writer: writer, replacesWhole: replacesWhole)
    try inner.change(layout, node, to: value, at: place)
    return slice(range).applying(inner.splices)
  }
}
