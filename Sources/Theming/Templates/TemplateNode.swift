/// A part of a template as written: text between tags, or a tag with what it encloses.
indirect enum TemplateNode {
  case text([UInt8], [TemplateText.Origin])
  /// A tag that encloses nothing: a value or a partial.
  case leaf(TemplateTag, at: Int)
  /// A tag that encloses others, up to the one that closes it.
  case branch(TemplateTag, at: Int, [TemplateNode])
}

extension TemplateSource {
  /// A tag that waits for the one that closes it; none at the top.
  private struct OpenBranch {
    var tag: TemplateTag?
    var number = 0
    var nodes: [TemplateNode] = []
  }

  /// Returns the parts of a template whose tags have been found in order.
  func parse() -> [TemplateNode] {
    var outer: [OpenBranch] = []
    var current = OpenBranch()
    var text = TemplateText()
    var position = 0
    for (number, tag) in tags.enumerated() {
      text.append(bytes[position..<tag.range.lowerBound])
      position = tag.range.upperBound
      text.meet(tag)
      text.move(to: &current.nodes)
      switch tag.kind {
      case .section, .invertedSection, .parent, .block:
        outer.append(current)
        current = OpenBranch(tag: tag, number: number)
      case .close:
        guard let opening = current.tag, var around = outer.popLast() else { continue }
        around.nodes.append(.branch(opening, at: current.number, current.nodes))
        current = around
      case .variable, .partial:
        current.nodes.append(.leaf(tag, at: number))
      case .comment:
        break
      }
    }
    text.append(bytes[position...])
    text.move(to: &current.nodes)
    return current.nodes
  }
}
