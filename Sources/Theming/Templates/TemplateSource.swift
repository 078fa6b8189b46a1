import Diagnostics

/// A template as it was written, with its tags.
struct TemplateSource {
  /// Its name: the path below `templates/` without the extension.
  let name: String
  let path: String
  let bytes: [UInt8]
  let tags: [TemplateTag]
  /// Where each tag stands, in the order of the tags.
  let locations: [SourceLocation]
  /// What is wrong with its tags.
  let diagnostics: [Diagnostic]

  /// Reads a file as a template.
  ///
  /// - Parameter path: How messages name the file.
  init(name: String, path: String, bytes: [UInt8]) {
    let scanner = TemplateScanner(bytes, path: path)
    self.name = name
    self.path = path
    self.bytes = bytes
    tags = scanner.tags
    locations = Self.locate(scanner.tags, in: bytes, path: path)
    diagnostics = scanner.diagnostics
  }

  /// What is not in UTF-8, at the first of its bytes.
  var encodingProblem: Diagnostic? {
    let bytes = bytes
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let position = LineIndex(bytes).position(atByte: error.byteOffsets.lowerBound)
      return .notUTF8(at: SourceLocation(path: path, position: position))
    }
  }

  /// The templates that this one includes or extends, with where it says so.
  var includes: [(name: String, location: SourceLocation)] {
    zip(tags, locations).compactMap { tag, location in
      tag.kind == .partial || tag.kind == .parent ? (tag.name, location) : nil
    }
  }

  /// Returns where tags stand, in one pass over the text.
  private static func locate(
    _ tags: [TemplateTag], in bytes: [UInt8], path: String
  ) -> [SourceLocation] {
    var (line, column, position) = (1, 1, 0)
    return tags.map { tag in
      for byte in bytes[position..<tag.range.lowerBound] {
        if byte == UInt8(ascii: "\n") {
          (line, column) = (line + 1, 1)
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
      }
      position = tag.range.lowerBound
      let length = bytes[tag.range].count { $0 & 0xC0 != 0x80 }
      return SourceLocation(path: path, line: line, column: column, length: length)
    }
  }
}
