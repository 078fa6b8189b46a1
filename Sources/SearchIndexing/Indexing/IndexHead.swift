import TextEncoding

/// The start of the root: what is filtered by, and the minor words.
struct IndexHead: Sendable, Equatable {
  /// The start of a JSON object.
  let json: [UInt8]
  /// The names of the files that it names.
  let files: [String]
}

extension IndexHead {
  /// Makes the start of the root, with the files of the facets, the tags and the ranges.
  ///
  /// - Parameter pages: Those of the site, in order.
  static func make(_ pages: [PageFacts]) -> (head: IndexHead, files: [IndexFile]) {
    var (json, files): ([UInt8], [IndexFile]) = (Array("{".utf8), [])
    json.appendName("pages")
    json.append(contentsOf: String(pages.count).utf8)
    json.appendName("block")
    json.append(contentsOf: String(SearchIndex.blockSize).utf8)
    json.appendName("minor")
    json.append(UInt8(ascii: "{"))
    let languages = Set(pages.lazy.map(\.language))
    for language in AnalysisLanguage.allCases
    where language != .other && languages.contains(language) {
      json.appendName(language.tag)
      JSONText.append(StopWords.list(language), to: &json)
    }
    json.append(UInt8(ascii: "}"))

    let table = FacetTable(pages)
    json.append(pages)
    json.append(read: table.facets)
    func add(_ kind: String, _ content: [UInt8]) {
      let file = IndexFile(kind: kind, json: content)
      files.append(file)
      json.appendName(kind == "facets" ? "facetFile" : kind == "tags" ? "tagFile" : "rangeFile")
      JSONText.append(file.name, to: &json)
    }
    json.appendName("facets")
    json.appendList(table.facets) {
      $1.appendStrings([$0.name, $0.label] + ($0.isSubject ? ["s"] : []))
    }
    add("facets", FacetTable.json(table.facets))
    if !table.tags.values.isEmpty { add("tags", FacetTable.json([table.tags])) }
    if !table.ranges.isEmpty {
      json.appendName("ranges")
      json.appendList(table.ranges) {
        $1.appendStrings([$0.name, $0.label, $0.unit, $0.reading.rawValue])
      }
      add("ranges", table.rangesJSON)
    }
    return (IndexHead(json: json, files: files.map(\.name)), files)
  }
}

extension [UInt8] {
  /// Appends the pages of each language but that of most, and those that come last.
  fileprivate mutating func append(_ pages: [PageFacts]) {
    var numbers: [String: [Int]] = [:]
    for (number, page) in pages.enumerated() { numbers[page.tag, default: []].append(number) }
    let most = numbers.max { left, right in
      left.value.count != right.value.count
        ? left.value.count < right.value.count : left.key > right.key
    }
    if let most, numbers.count > 1 {
      appendName("lang")
      JSONText.append(most.key, to: &self)
      appendName("langs")
      append(UInt8(ascii: "{"))
      for (tag, numbers) in numbers.sorted(by: { $0.key < $1.key }) where tag != most.key {
        appendNumbers(numbers, as: tag)
      }
      append(UInt8(ascii: "}"))
    }
    let last = pages.indices.filter { pages[$0].isSecondary }
    if !last.isEmpty { appendNumbers(last, as: "last") }
  }

  /// Appends the values that a query may name.
  fileprivate mutating func append(read facets: [FacetTable.Facet]) {
    let values = facets.filter(\.isRead).flatMap { facet in
      facet.sortedValues.map { [facet.name, $0.term.id, $0.term.label] + $0.term.names }
    }
    guard !values.isEmpty else { return }
    appendName("read")
    appendList(values) { $1.appendStrings($0) }
  }

  private mutating func appendNumbers(_ numbers: [Int], as name: String) {
    var text: [UInt8] = []
    IndexNumber.appendAscending(numbers, to: &text)
    appendName(name)
    text.withUnsafeBufferPointer { JSONText.append($0, to: &self) }
  }
}
