import YAMLParsing

/// A list of a text.
struct ListInPlace {
  let layout: YAMLLayout
  let layouts: [YAMLLayout]
  let nodes: [YAMLNode]

  /// Returns, for each new element, the one that it was; the same one is not taken twice.
  func origins(of elements: [EditedValue.Element]) -> [Int?] {
    let count = min(layouts.count, nodes.count)
    var isFree = [Bool](repeating: true, count: count)
    var origins: [Int?] = elements.map { element in
      guard let origin = element.origin, isFree.indices.contains(origin), isFree[origin]
      else { return nil }
      isFree[origin] = false
      return origin
    }
    // A term that is ticked again has the bytes that it had.
    var byText: [String: [Int]] = [:]
    for index in isFree.indices.reversed() where isFree[index] {
      if let text = nodes[index].scalar?.string { byText[text, default: []].append(index) }
    }
    for (index, element) in elements.enumerated() where origins[index] == nil {
      guard element.origin == nil, case .scalar(let text, _) = element.value else { continue }
      origins[index] = byText[text]?.popLast()
    }
    return origins
  }
}
