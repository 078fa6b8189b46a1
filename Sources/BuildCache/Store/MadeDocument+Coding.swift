package import ByteCoding
import ContentModel
import MarkdownRendering
package import SiteGraph

extension MadeDocument {
  /// Writes the document, without its text and its words.
  ///
  /// - Parameters:
  ///   - path: The file of its sheet.
  ///   - folder: Where it is published.
  ///   - number: Returns the number that a page has in the file.
  package func write(
    to writer: inout ByteWriter, path: String, folder: String, number: (Int) -> Int
  ) {
    writer.write(folder)
    writer.write(sheet.title)
    writer.write(sheet.summary)
    writer.write(bytes: Self.encoded(sheet.headings, path)[...])
    writer.write(sheet.links) { writer, link in
      writer.write(link.destination)
      writer.write(link.pageID.map { number($0) + 1 } ?? 0)
      writer.write(link.fragment) { $0.write($1) }
      writer.write(link.location, in: path)
    }
    writer.write(sheet.anchors) { $0.write($1) }
    writer.write(sheet.files) { $0.write($1) }
    writer.write(diagnostics) { $0.write($1) }
    writer.write(tags)
    writer.write(lookups) { writer, lookups in
      writer.write(lookups.answers)
      writer.write(lookups.askForFiles ? 1 : 0)
      writer.write(bytes: Self.encoded(lookups.requests, path)[...])
    }
  }

  private static func encoded(_ headings: [DocumentHeading], _ path: String) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(headings) { writer, heading in
      writer.write(heading.level)
      writer.write(heading.id)
      writer.write(heading.text)
      writer.write(heading.location, in: path)
    }
    return writer.bytes
  }

  private static func encoded(_ requests: [LinkRequest], _ path: String) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(requests) { writer, request in
      writer.write(request.kind.form)
      writer.write(request.destination)
      writer.write(request.location, in: path)
    }
    return writer.bytes
  }
}

extension ByteReader {
  /// Reads a document; nil when a page that it links to is gone.
  package mutating func document(
    of path: String, text sheetText: SheetText, number: (Int) -> Int?
  ) throws(CorruptData) -> (document: MadeDocument, folder: String)? {
    let (folder, title, summary) = (try text(), try text(), try text())
    let outline = Deferred<[DocumentHeading]>(keptIn: try slice(), or: []) {
      reader throws(CorruptData) in try reader.headings(in: path)
    }
    var links: [DocumentLink] = []
    for _ in 0..<(try count()) {
      let (destination, page) = (try text(), try self.number())
      let fragment = try optional { reader throws(CorruptData) in try reader.text() }
      let now = page > 0 ? number(page - 1) : nil
      if page > 0, now == nil { return nil }
      links.append(
        DocumentLink(
          destination: destination, pageID: now, fragment: fragment,
          location: try location(in: path)))
    }
    let anchors = try list { reader throws(CorruptData) in try reader.text() }
    let files = try list { reader throws(CorruptData) in try reader.text() }
    let diagnostics = try list { reader throws(CorruptData) in try reader.diagnostic() }
    let tags = try wideNumber()
    let lookups = try optional { reader throws(CorruptData) in try reader.lookups(in: path) }
    let sheet = RenderedSheet(
      title: title, summary: summary, outline: outline, links: links,
      anchors: anchors, files: files, text: sheetText)
    return (
      MadeDocument(
        sheet: sheet, diagnostics: diagnostics, lookups: lookups, tags: tags, words: nil,
        isRecalled: true),
      folder
    )
  }

  private mutating func lookups(in path: String) throws(CorruptData) -> LinkDependencies {
    let (answers, askForFiles) = (try wideNumber(), try self.number() != 0)
    let requests = Deferred<[LinkRequest]>(keptIn: try slice(), or: []) {
      reader throws(CorruptData) in try reader.requests(in: path)
    }
    return LinkDependencies(requests, answers: answers, askForFiles: askForFiles)
  }

  private mutating func headings(in path: String) throws(CorruptData) -> [DocumentHeading] {
    try list { reader throws(CorruptData) in
      DocumentHeading(
        level: try reader.number(), id: try reader.text(), text: try reader.text(),
        location: try reader.location(in: path))
    }
  }

  private mutating func requests(in path: String) throws(CorruptData) -> [LinkRequest] {
    try list { reader throws(CorruptData) in
      guard let kind = LinkRequest.Kind(form: try reader.number()) else { throw CorruptData() }
      return LinkRequest(
        kind: kind, destination: try reader.text(), location: try reader.location(in: path))
    }
  }
}

extension LinkRequest.Kind {
  fileprivate var form: Int {
    switch self {
    case .link: 0
    case .image: 1
    case .wiki: 2
    case .embed: 3
    case .include: 4
    }
  }

  fileprivate init?(form: Int) {
    switch form {
    case 0: self = .link
    case 1: self = .image
    case 2: self = .wiki
    case 3: self = .embed
    case 4: self = .include
    default: return nil
    }
  }
}
