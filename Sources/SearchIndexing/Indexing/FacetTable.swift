import TextEncoding

/// The pages of each value of each facet, and the bounds of each range.
struct FacetTable {
  /// A facet with its values.
  struct Facet {
    let name: String
    let label: String
    var isRead = false
    var isSubject = false
    var values: [String: Value] = [:]
  }

  /// A value with its pages, ascending.
  struct Value {
    let term: SearchTerm
    var pages: [Int]
  }

  /// A range with its bounds, page by page: 0 for none, else `low + 1` and `high - low`.
  struct Range {
    let name: String
    let label: String
    let unit: String
    let reading: SearchRange.Reading
    var bounds: [Int: (low: Int, width: Int)] = [:]
  }

  /// In the order in which pages name them, `type` first.
  private(set) var facets: [Facet] = [Facet(name: "type", label: "")]
  private(set) var tags = Facet(name: "tag", label: "")
  private(set) var ranges: [Range] = []
  private let pages: Int

  /// - Parameter pages: Those of the site, in order.
  init(_ pages: [PageFacts]) {
    self.pages = pages.count
    for (number, page) in pages.enumerated() {
      FacetTable.add(page.type, page: number, to: &facets[0])
      for tag in page.tags { FacetTable.add(tag, page: number, to: &tags) }
      for facet in page.facets {
        let place = self.place(of: facet)
        for value in facet.values { FacetTable.add(value, page: number, to: &facets[place]) }
      }
      for range in page.ranges { add(range, page: number) }
    }
  }

  private mutating func place(of facet: SearchFacet) -> Int {
    if let place = facets.firstIndex(where: { $0.name == facet.name }) { return place }
    facets.append(
      Facet(
        name: facet.name, label: facet.label, isRead: facet.isRead, isSubject: facet.isSubject))
    return facets.count - 1
  }

  private static func add(_ term: SearchTerm, page: Int, to facet: inout Facet) {
    note(page, in: &facet.values[term.id, default: Value(term: term, pages: [])])
  }

  private static func note(_ page: Int, in value: inout Value) {
    if value.pages.last != page { value.pages.append(page) }
  }

  private mutating func add(_ range: SearchRange, page: Int) {
    let place =
      ranges.firstIndex { $0.name == range.name }
      ?? {
        ranges.append(
          Range(name: range.name, label: range.label, unit: range.unit, reading: range.reading))
        return ranges.count - 1
      }()
    let (low, high) = (FacetTable.whole(range.low), FacetTable.whole(range.high))
    ranges[place].bounds[page] = (low, max(0, high - low))
  }

  private static func whole(_ bound: Double) -> Int {
    bound.isNaN ? 0 : Int(min(1_000_000_000, max(0, bound)).rounded())
  }

  /// Returns `[[name, label, [[id, label, pages], …]], …]`.
  static func json(_ facets: [Facet]) -> [UInt8] {
    var json = JSONWriter(escaping: .json)
    json.beginArray()
    for facet in facets {
      json.beginArray()
      json.write(facet.name)
      json.write(facet.label)
      json.beginArray()
      for value in facet.sortedValues { write(value, to: &json) }
      json.endArray()
      json.endArray()
    }
    json.endArray()
    return json.finish()
  }

  private static func write(_ value: Value, to json: inout JSONWriter) {
    var pages: [UInt8] = []
    IndexNumber.appendAscending(value.pages, to: &pages)
    json.beginArray()
    json.write(value.term.id)
    json.write(value.term.label)
    json.write(pages)
    json.endArray()
  }

  /// `[[name, label, unit, bounds], …]`.
  var rangesJSON: [UInt8] {
    var json = JSONWriter(escaping: .json)
    json.beginArray()
    for range in ranges {
      json.beginArray()
      json.write(range.name)
      json.write(range.label)
      json.write(range.unit)
      json.write(bounds(of: range))
      json.endArray()
    }
    json.endArray()
    return json.finish()
  }

  private func bounds(of range: Range) -> [UInt8] {
    var bounds: [UInt8] = []
    for page in 0..<pages {
      guard let bound = range.bounds[page] else {
        IndexNumber.append(0, to: &bounds)
        continue
      }
      IndexNumber.append(bound.low + 1, to: &bounds)
      IndexNumber.append(bound.width, to: &bounds)
    }
    return bounds
  }
}

extension FacetTable.Facet {
  /// By rank, then by label, then by identifier.
  var sortedValues: [FacetTable.Value] {
    values.values.map { value in
      var label: [UInt8] = []
      var text = value.term.label.lowercased()
      text.withUTF8 { Folding.append($0, to: &label) }
      return (label: label, value: value)
    }
    .sorted { left, right in
      let (first, second) = (left.value.term, right.value.term)
      if first.rank != second.rank { return first.rank < second.rank }
      let order = left.label[...].order(right.label[...])
      return order != 0 ? order < 0 : first.id.utf8.lexicographicallyPrecedes(second.id.utf8)
    }
    .map(\.value)
  }
}
