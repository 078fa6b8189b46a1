public import ByteCoding
public import Diagnostics

extension ByteWriter {
  /// Appends a place, most often one in a file that is known.
  public mutating func write(_ location: SourceLocation, in path: String) {
    write(location.path == path ? 0 : 1)
    if location.path != path { write(location.path) }
    write(location.position?.line ?? 0)
    write(location.position?.column ?? 0)
    write(location.length)
  }
}

extension ByteReader {
  /// Reads a place, most often one in a file that is known.
  ///
  /// - Throws: ``CorruptData`` where the bytes hold no place.
  public mutating func location(in path: String) throws(CorruptData) -> SourceLocation {
    let path = try number() == 0 ? path : text()
    let (line, column) = (try number(), try number())
    let position = line > 0 ? SourcePosition(line: line, column: column) : nil
    return SourceLocation(path: path, position: position, length: try number())
  }
}
