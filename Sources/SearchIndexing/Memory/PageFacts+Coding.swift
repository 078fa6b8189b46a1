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
    write(facts.tag)
    write(facts.isSecondary ? 1 : 0)
    write(facts.type)
    write(facts.tags) { $0.write($1) }
    write(facts.facets) { writer, facet in
      writer.write(facet.name)
      writer.write(facet.label)
      writer.write((facet.isRead ? 1 : 0) + (facet.isSubject ? 2 : 0))
      writer.write(facet.values) { $0.write($1) }
    }
    write(facts.ranges) { writer, range in
      writer.write(range.name)
      writer.write(range.label)
      writer.write(range.unit)
      writer.write(range.reading.rawValue)
      writer.write(range.low.bitPattern)
      writer.write(range.high.bitPattern)
    }
  }

  private mutating func write(_ term: SearchTerm) {
    write(term.id)
    write(term.label)
    write(term.names) { $0.write($1) }
    write(term.rank)
  }
}

extension ByteReader {
  mutating func pageFacts() throws(CorruptData) -> PageFacts {
    guard let language = AnalysisLanguage(rawValue: UInt8(clamping: try number())) else {
      throw CorruptData()
    }
    return PageFacts(
      language: language, tag: try text(), isSecondary: try number() != 0, type: try term(),
      tags: try list { reader throws(CorruptData) in try reader.term() },
      facets: try list { reader throws(CorruptData) in
        let (name, label) = (try reader.text(), try reader.text())
        let uses = try reader.number()
        return SearchFacet(
          name: name, label: label, isRead: uses & 1 != 0, isSubject: uses & 2 != 0,
          values: try reader.list { reader throws(CorruptData) in try reader.term() })
      },
      ranges: try list { reader throws(CorruptData) in
        SearchRange(
          name: try reader.text(), label: try reader.text(), unit: try reader.text(),
          reading: SearchRange.Reading(rawValue: try reader.text()) ?? .never,
          low: Double(bitPattern: try reader.wideNumber()),
          high: Double(bitPattern: try reader.wideNumber()))
      })
  }

  private mutating func term() throws(CorruptData) -> SearchTerm {
    SearchTerm(
      id: try text(), label: try text(),
      names: try list { reader throws(CorruptData) in try reader.text() }, rank: try number())
  }
}
