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
    json.appendNumber(pages.count)
    json.appendName("block")
    json.appendNumber(SearchIndex.blockSize)
    json.appendName("minor")
    let languages = Set(pages.lazy.map(\.language))
    json.appendObject { json in
      for language in AnalysisLanguage.allCases
      where language != .other && languages.contains(language) {
        json.appendName(language.tag)
        json.appendString(StopWords.list(language))
      }
    }

    let table = FacetTable(pages)
    json.append(pages)
    json.append(read: table.facets)
    func add(_ kind: String, _ content: [UInt8]) {
      let file = IndexFile(kind: kind, json: content)
      files.append(file)
      json.appendName(kind == "facets" ? "facetFile" : kind == "tags" ? "tagFile" : "rangeFile")
      json.appendString(file.name)
    }
    json.appendName("facets")
    json.appendRows(table.facets.map { [$0.name, $0.label] + ($0.isSubject ? ["s"] : []) })
    add("facets", FacetTable.json(table.facets))
    if !table.tags.values.isEmpty { add("tags", FacetTable.json([table.tags])) }
    if !table.ranges.isEmpty {
      json.appendName("ranges")
      json.appendRows(table.ranges.map { [$0.name, $0.label, $0.unit, $0.reading.rawValue] })
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
      appendString(most.key)
      appendName("langs")
      appendObject { json in
        for (tag, numbers) in numbers.sorted(by: { $0.key < $1.key }) where tag != most.key {
          json.appendNumbers(numbers, as: tag)
        }
      }
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
    appendRows(values)
  }

  /// Appends an array of arrays of strings.
  fileprivate mutating func appendRows(_ rows: [[String]]) {
    appendArray { json in
      for row in rows {
        json.appendArray { json in
          for text in row { json.appendString(text) }
        }
      }
    }
  }

  private mutating func appendNumbers(_ numbers: [Int], as name: String) {
    var text: [UInt8] = []
    IndexNumber.appendAscending(numbers, to: &text)
    appendName(name)
    appendString(text)
  }
}
