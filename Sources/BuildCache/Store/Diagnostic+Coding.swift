package import ByteCoding
package import Diagnostics

extension ByteWriter {
  private mutating func write(_ text: LocalizedText) {
    write(text.french)
    write(text.english)
  }

  /// Writes a finding.
  package mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.severity.rawValue)
    write(diagnostic.id)
    write(diagnostic.location.path)
    write(diagnostic.location.position) { writer, position in
      writer.write(position.line)
      writer.write(position.column)
    }
    write(diagnostic.location.length)
    write(diagnostic.message)
    write(diagnostic.expected) { $0.write($1) }
    write(diagnostic.suggestion) { $0.write($1) }
  }
}

extension ByteReader {
  private mutating func localizedText() throws(CorruptData) -> LocalizedText {
    LocalizedText(fr: try text(), en: try text())
  }

  /// Reads a finding that ``ByteWriter/write(_:)`` wrote.
  ///
  /// - Throws: ``CorruptData`` where the bytes hold none.
  package mutating func diagnostic() throws(CorruptData) -> Diagnostic {
    guard let severity = Severity(rawValue: try text()) else { throw CorruptData() }
    let id = try text()
    let path = try text()
    let position = try optional { reader throws(CorruptData) in
      SourcePosition(line: try reader.number(), column: try reader.number())
    }
    let location = SourceLocation(path: path, position: position, length: try number())
    return Diagnostic(
      severity, id: id, at: location, try localizedText(),
      expected: try optional { reader throws(CorruptData) in try reader.localizedText() },
      suggestion: try optional { reader throws(CorruptData) in try reader.localizedText() })
  }
}
