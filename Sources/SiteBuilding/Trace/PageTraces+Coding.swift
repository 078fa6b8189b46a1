import ByteCoding
import Diagnostics

extension ByteWriter {
  mutating func write(_ traces: PageTraces) {
    write(traces.declarations)
    write(traces.theme)
    write(traces.fingerprints.sheets) { $0.write($1) }
    write(traces.fingerprints.folders) { $0.write($1) }
    write(traces.fingerprints.tags) { $0.write($1) }
    write(traces.fingerprints.values) { writer, values in
      writer.write(values) { $0.write($1) }
    }
    write(traces.fingerprints.likeness)
    write(traces.files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      writer, file in
      writer.write(file.key)
      writer.write(file.value.kind)
      writer.write(file.value.reads) { $0.write(Int($1)) }
      writer.write(file.value.diagnostics) { $0.write($1) }
    }
  }
}

extension ByteReader {
  mutating func pageTraces() throws(DamagedBytes) -> PageTraces {
    let declarations = try text()
    let theme = try wideNumber()
    let sheets = try list { reader throws(DamagedBytes) in try reader.text() }
    let folders = try list { reader throws(DamagedBytes) in try reader.text() }
    let tags = try list { reader throws(DamagedBytes) in try reader.text() }
    let values = try list { reader throws(DamagedBytes) in
      try reader.list { reader throws(DamagedBytes) in try reader.wideNumber() }
    }
    guard values.count == SiteRead.Aspect.allCases.count else { throw DamagedBytes() }
    let fingerprints = SiteFingerprints(
      sheets: sheets, folders: folders, tags: tags, values: values, likeness: try wideNumber())
    let files = try list { reader throws(DamagedBytes) in
      (
        try reader.text(),
        PageTrace(
          kind: try reader.number(),
          reads: try reader.list { reader throws(DamagedBytes) in
            UInt32(truncatingIfNeeded: try reader.number())
          },
          diagnostics: try reader.list { reader throws(DamagedBytes) in try reader.diagnostic() })
      )
    }
    return PageTraces(
      declarations: declarations, theme: theme, fingerprints: fingerprints,
      files: Dictionary(files) { first, _ in first })
  }
}
