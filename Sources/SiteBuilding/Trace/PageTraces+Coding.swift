import ByteCoding
import Diagnostics

extension ByteWriter {
  mutating func write(_ traces: PageTraces) {
    write(traces.declarations)
    write(traces.theme)
    write(traces.fingerprints.sheets) { $0.write($1) }
    write(traces.fingerprints.folders) { $0.write($1) }
    write(traces.fingerprints.tags) { $0.write($1) }
    write(traces.fingerprints.values) { $0.write($1) }
    write(traces.fingerprints.likeness)
    write(traces.files) { writer, file in
      writer.write(file.path)
      writer.write(bytes: file.trace.bytes)
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
      try reader.wideNumbers()
    }
    guard values.count == SiteRead.Aspect.allCases.count else { throw DamagedBytes() }
    let fingerprints = SiteFingerprints(
      sheets: sheets, folders: folders, tags: tags, values: values, likeness: try wideNumber())
    let files = try list { reader throws(DamagedBytes) in
      (path: try reader.text(), trace: PageTrace(bytes: try reader.slice()))
    }
    return PageTraces(
      declarations: declarations, theme: theme, fingerprints: fingerprints, files: files)
  }
}
