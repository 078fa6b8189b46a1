import ByteCoding

extension PageFacts {
  /// The facts as bytes.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(self)
    return writer.bytes
  }

  /// Reads the facts of a page.
  init(encoded: ArraySlice<UInt8>) throws(CorruptData) {
    var reader = ByteReader(Array(encoded))
    self = try reader.pageFacts()
  }
}

extension ByteWriter {
  mutating func write(_ facts: PageFacts) {
    write(Int(facts.language.rawValue))
    write(facts.type)
    write(facts.tags) { $0.write($1) }
    write(facts.facets) { writer, facet in
      writer.write(facet.name)
      writer.write(facet.label)
      writer.write(facet.values) { $0.write($1) }
    }
    write(facts.ranges) { writer, range in
      writer.write(range.name)
      writer.write(range.label)
      writer.write(range.unit)
      writer.write(range.low.bitPattern)
      writer.write(range.high.bitPattern)
    }
  }

  private mutating func write(_ term: SearchTerm) {
    write(term.id)
    write(term.label)
    write(term.rank)
  }
}

extension ByteReader {
  mutating func pageFacts() throws(CorruptData) -> PageFacts {
    guard let language = AnalysisLanguage(rawValue: UInt8(clamping: try number())) else {
      throw CorruptData()
    }
    return PageFacts(
      language: language, type: try term(),
      tags: try list { reader throws(CorruptData) in try reader.term() },
      facets: try list { reader throws(CorruptData) in
        SearchFacet(
          name: try reader.text(), label: try reader.text(),
          values: try reader.list { reader throws(CorruptData) in try reader.term() })
      },
      ranges: try list { reader throws(CorruptData) in
        SearchRange(
          name: try reader.text(), label: try reader.text(), unit: try reader.text(),
          low: Double(bitPattern: try reader.wideNumber()),
          high: Double(bitPattern: try reader.wideNumber()))
      })
  }

  private mutating func term() throws(CorruptData) -> SearchTerm {
    SearchTerm(id: try text(), label: try text(), rank: try number())
  }
}
