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
      ScriptText.append(StopWords.list(language), to: &json)
    }
    json.append(UInt8(ascii: "}"))

    let table = FacetTable(pages)
    func add(_ kind: String, _ content: [UInt8]) {
      let file = IndexFile(kind: kind, json: content)
      files.append(file)
      json.appendName(kind == "facets" ? "facetFile" : kind == "tags" ? "tagFile" : "rangeFile")
      ScriptText.append(file.name, to: &json)
    }
    json.appendName("facets")
    json.appendList(table.facets) { $1.appendStrings([$0.name, $0.label]) }
    add("facets", FacetTable.json(table.facets))
    if !table.tags.values.isEmpty { add("tags", FacetTable.json([table.tags])) }
    if !table.ranges.isEmpty {
      json.appendName("ranges")
      json.appendList(table.ranges) { $1.appendStrings([$0.name, $0.label, $0.unit]) }
      add("ranges", table.rangesJSON)
    }
    return (IndexHead(json: json, files: files.map(\.name)), files)
  }
}
