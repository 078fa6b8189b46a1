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
    var (json, files): (JSONWriter, [IndexFile]) = (JSONWriter(escaping: .json), [])
    json.beginObject()
    json.write("pages", pages.count)
    json.write("block", SearchIndex.blockSize)
    json.writeKey("minor")
    let languages = Set(pages.lazy.map(\.language))
    json.beginObject()
    for language in AnalysisLanguage.allCases
    where language != .other && languages.contains(language) {
      json.write(language.tag, StopWords.list(language))
    }
    json.endObject()

    let table = FacetTable(pages)
    json.write(pages)
    json.write(read: table.facets)
    func add(_ kind: String, _ content: [UInt8]) {
      let file = IndexFile(kind: kind, json: content)
      files.append(file)
      let key = kind == "facets" ? "facetFile" : kind == "tags" ? "tagFile" : "rangeFile"
      json.write(key, file.name)
    }
    json.writeKey("facets")
    json.write(rows: table.facets.map { [$0.name, $0.label] + ($0.isSubject ? ["s"] : []) })
    add("facets", FacetTable.json(table.facets))
    if !table.tags.values.isEmpty { add("tags", FacetTable.json([table.tags])) }
    if !table.ranges.isEmpty {
      json.writeKey("ranges")
      json.write(rows: table.ranges.map { [$0.name, $0.label, $0.unit, $0.reading.rawValue] })
      add("ranges", table.rangesJSON)
    }
    return (IndexHead(json: json.finish(), files: files.map(\.name)), files)
  }
}

extension JSONWriter {
  /// Writes the pages of each language but that of most, and those that come last.
  fileprivate mutating func write(_ pages: [PageFacts]) {
    var numbers: [String: [Int]] = [:]
    for (number, page) in pages.enumerated() { numbers[page.tag, default: []].append(number) }
    let most = numbers.max { left, right in
      left.value.count != right.value.count
        ? left.value.count < right.value.count : left.key > right.key
    }
    if let most, numbers.count > 1 {
      write("lang", most.key)
      writeKey("langs")
      beginObject()
      for (tag, numbers) in numbers.sorted(by: { $0.key < $1.key }) where tag != most.key {
        write(ascending: numbers, as: tag)
      }
      endObject()
    }
    let last = pages.indices.filter { pages[$0].isSecondary }
    if !last.isEmpty { write(ascending: last, as: "last") }
  }

  /// Writes the values that a query may name.
  fileprivate mutating func write(read facets: [FacetTable.Facet]) {
    let values = facets.filter(\.isRead).flatMap { facet in
      facet.sortedValues.map { [facet.name, $0.term.id, $0.term.label] + $0.term.names }
    }
    guard !values.isEmpty else { return }
    writeKey("read")
    write(rows: values)
  }

  /// Writes a list of lists of texts.
  fileprivate mutating func write(rows: [[String]]) {
    beginArray()
    for row in rows { write(row) }
    endArray()
  }

  private mutating func write(ascending numbers: [Int], as name: String) {
    var text: [UInt8] = []
    IndexNumber.appendAscending(numbers, to: &text)
    writeKey(name)
    write(text)
  }
}
