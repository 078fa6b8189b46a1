import Diagnostics

/// Says once a sheet of each kind of syntax that only another tool reads.
extension DocumentWriter {
  mutating func reportForeignTags(_ text: UnsafeBufferPointer<UInt8>, of node: SyntaxNode) {
    let startsLine = node.previous.map { $0.kind == .softBreak || $0.kind == .lineBreak } ?? true
    var known = toldTags
    while let found = ForeignTag.first(in: text, startsLine: startsLine, besides: known) {
      known.insert(found.tag)
      reportOnce(found.tag) { writer in
        let needle = UnsafeBufferPointer(
          rebasing: text[found.offset..<min(found.offset + 12, text.count)])
        return writer.source.locationIfThere(of: needle, notBeforeLine: node.startLine)
          ?? writer.source.location(line: node.enclosingBlock.startLine)
      }
    }
  }

  /// Reports a diagram, and code that is the name of a file to include.
  mutating func reportForeignCode(
    _ node: SyntaxNode, language: Slice<UnsafeBufferPointer<UInt8>>
  ) {
    let startLine = node.startLine
    if language.elementsEqual("mermaid".utf8) {
      reportOnce(.diagram) { $0.source.location(line: startLine, column: node.startColumn) }
    }
    if ["dataview", "dataviewjs", "tasks", "query"].contains(where: {
      language.elementsEqual($0.utf8)
    }) {
      reportOnce(.query) { $0.source.location(line: startLine, column: node.startColumn) }
    }
    if FenceInfo.language(in: node.fenceInfo).first == UInt8(ascii: "{") {
      reportOnce(.block) { $0.source.location(line: startLine, column: node.startColumn) }
    }
    guard presence.mayHaveTags else { return }
    var number = node.isFencedCode ? 1 : 0
    for line in node.literal.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let written = line.drop { $0 == 0x20 || $0 == 0x09 }
      if let tag = ForeignTag(startOfLine: written), tag == .include || tag == .codeImport {
        return reportOnce(tag) { $0.source.location(line: startLine + number) }
      }
      number += 1
    }
  }

  /// Reports what could not be included.
  mutating func report(_ expanded: ExpandedText) {
    for diagnostic in expanded.diagnostics { report(diagnostic) }
  }

  /// Reports what a text read as blocks of other tools lacks, and what of it is not shown.
  mutating func report(_ dialect: DialectText) {
    abbreviations = Abbreviations(dialect.abbreviations)
    placeNames = dialect.places
    for block in dialect.openBlocks {
      report(.openBlock(block.mark, at: source.location(atByte: block.offset, length: 1)))
    }
    if let first = dialect.modules.first {
      reportOnce(.moduleImport) { $0.source.location(atByte: first, length: 1) }
    }
    for offset in dialect.contentsMarks {
      report(.contentsMark(at: source.location(atByte: offset, length: 1)))
    }
  }

  mutating func reportOnce(
    _ tag: ForeignTag, at location: (inout DocumentWriter) -> SourceLocation
  ) {
    // What is asked for to be included, and is not, has been told with the file.
    if tag == .include, options.dialects.contains(.includes) { return }
    guard options.dialects.contains(.foreignTags), toldTags.insert(tag).inserted else { return }
    let location = location(&self)
    report(.foreignTag(tag, at: location))
  }

  /// Reports the notes that nothing calls: GFM leaves their text out.
  mutating func reportUncalledNotes(in text: UnsafeBufferPointer<UInt8>, under root: SyntaxNode) {
    guard options.additions, options.extensions.contains(.footnotes),
      DialectSigns.has("^", in: text)
    else { return }
    let written = NoteDefinition.all(in: text)
    guard !written.isEmpty else { return }
    // The parser moves the notes that are called to the end, and keeps their lines.
    var shownLines: Set<Int> = []
    var last = root.lastChild
    while let note = last, note.kind == .footnoteDefinition {
      shownLines.insert(source.offset(ofLine: note.startLine))
      last = note.previous
    }
    var called = Set(
      written.filter { shownLines.contains($0.lineStart) }.map { NoteDefinition.key(of: $0.name) })
    for note in written where called.insert(NoteDefinition.key(of: note.name)).inserted {
      report(.uncalledNote(note.name, at: source.location(atByte: note.offset, length: 1)))
    }
  }
}
