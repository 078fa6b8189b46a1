import YAMLParsing

extension ValueRewriter {
  /// Changes a list whose elements have dashes: each keeps its lines, with the comments above it,
  /// wherever it goes.
  mutating func changeBlock(
    _ list: ListInPlace, to elements: [EditedValue.Element]
  ) throws(OutOfReach) {
    var dashes: [Int] = []
    for item in list.layouts {
      guard let dash = dash(before: item) else { throw OutOfReach() }
      dashes.append(dash)
    }
    guard let first = dashes.first, let last = list.layouts.last,
      dashes.allSatisfy(isFirstOnLine)
    else { throw OutOfReach() }
    let start = lineStart(first)
    let indent = first - start
    let ends = zip(dashes, list.layouts).map { nextLine(max($0 + 1, $1.range.upperBound)) }
    let starts = [start] + ends.dropLast()
    let isFlow = last.isFlow
    var result: [UInt8] = []
    for (element, origin) in zip(elements, list.origins(of: elements)) {
      var lines: [UInt8]
      if let origin {
        let range = starts[origin]..<ends[origin]
        do {
          lines = try changed(
            range, list.layouts[origin], list.nodes[origin], to: element.value,
            at: Place(indent: indent, isInFlow: false))
        } catch {
          let value = writer.afterDash(element.value, indent: indent)
          let end = max(dashes[origin] + 1, list.layouts[origin].range.upperBound)
          lines = slice(range).applying([Splice(dashes[origin] + 1..<end, " " + value)])
        }
      } else {
        let value = isFlow ? writer.flow(element.value) : nil
        let spaces = String(repeating: " ", count: indent)
        let line =
          value.map { spaces + "- " + $0 } ?? writer.element(element.value, indent: indent)
        lines = Array((line + writer.lineEnd).utf8)
      }
      if lines.last != UInt8(ascii: "\n") { lines += Array(writer.lineEnd.utf8) }
      result += lines
    }
    let range = start..<(ends.last ?? start)
    // The end of the text may have no line end of its own.
    if slice(range).last != UInt8(ascii: "\n") { result.removeLast(writer.lineEnd.utf8.count) }
    add(Splice(range, result))
  }

  /// The place of the dash of an element; nil when something stands between them.
  private func dash(before item: YAMLLayout) -> Int? {
    var index = item.range.lowerBound
    while index > 0, text[index - 1] <= 0x20 { index -= 1 }
    return index > 0 && text[index - 1] == UInt8(ascii: "-") ? index - 1 : nil
  }

  /// Changes a list between brackets.
  mutating func changeFlow(
    _ list: ListInPlace, to elements: [EditedValue.Element]
  ) throws(OutOfReach) {
    let origins = list.origins(of: elements)
    let place = Place(indent: 0, isInFlow: true)
    if origins.count == list.layouts.count, origins.enumerated().allSatisfy({ $0 == $1 }) {
      for (index, element) in elements.enumerated() {
        try change(list.layouts[index], list.nodes[index], to: element.value, at: place)
      }
      return
    }
    guard !holdsComments(between: list.layouts, in: list.layout.range) else { throw OutOfReach() }
    var parts: [[UInt8]] = []
    for (element, origin) in zip(elements, origins) {
      guard let origin else {
        parts.append(Array(writer.flow(element.value).utf8))
        continue
      }
      let item = list.layouts[origin]
      parts.append(
        try changed(item.range, item, list.nodes[origin], to: element.value, at: place))
    }
    guard let first = list.layouts.first, let last = list.layouts.last else {
      throw OutOfReach()
    }
    add(
      Splice(
        first.range.lowerBound..<last.range.upperBound,
        Array(parts.joined(separator: separator(of: list)))))
  }

  /// The separator of the elements of a list: a comma, and a space or a line.
  private func separator(of list: ListInPlace) -> [UInt8] {
    guard let first = list.layouts.first, let second = list.layouts.dropFirst().first,
      first.range.upperBound < second.range.lowerBound
    else { return Array(", ".utf8) }
    return Array(slice(first.range.upperBound..<second.range.lowerBound))
  }

  private func holdsComments(between items: [YAMLLayout], in range: Range<Int>) -> Bool {
    var position = range.lowerBound
    for item in items where item.range.lowerBound >= position {
      if slice(position..<item.range.lowerBound).contains(UInt8(ascii: "#")) { return true }
      position = item.range.upperBound
    }
    return slice(position..<max(position, range.upperBound)).contains(UInt8(ascii: "#"))
  }
}

extension YAMLLayout {
  /// Whether it is a list between brackets or an object between braces.
  var isFlow: Bool {
    switch content {
    case .sequence(_, let isFlow), .mapping(_, let isFlow): isFlow
    case .scalar, .alias: false
    }
  }
}
