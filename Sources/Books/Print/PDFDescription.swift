import Calendars
import Formats
import TextEncoding
import Theming

/// What a PDF file says of itself: its document information, and the same as XMP metadata with its terms.
///
/// Chromium writes but a title, and its own name as that of the author's program. The objects that take
/// their place follow at the end of the file, as an incremental update (ISO 32000-1, 7.5.6, 14.3.2 and
/// 14.3.3; ISO 16684-1).
struct PDFDescription {
  private let book: Book

  init(_ book: Book) { self.book = book }

  /// Writes the description at the end of a file, in the place of what it says; nil when the file is not
  /// what Chromium writes.
  func added(to file: [UInt8]) -> [UInt8]? {
    guard let reader = PDFObjects(file),
      let root = reader.object(named: "Root", in: reader.trailer), let catalog = root.entries,
      let information = reader.object(named: "Info", in: reader.trailer)
    else { return nil }
    let producer = information.string(named: "Producer")
    let metadata = reader.nextNumber
    let packet = packet(producer)
    var objects: [(number: Int, bytes: [UInt8])] = []
    objects.append((information.number, Array("<<\(entries(producer))>>".utf8)))
    objects.append((root.number, Array("<<\(catalog)\n/Metadata \(metadata) 0 R>>".utf8)))
    let head = "<</Type /Metadata\n/Subtype /XML\n/Length \(packet.count)>> stream\n"
    objects.append((metadata, Array(head.utf8) + packet + Array("\nendstream".utf8)))
    var output = file
    // Readers expect every table to list object 0, which heads the list of free numbers.
    var table = "xref\n0 1\n0000000000 65535 f \n"
    for (number, bytes) in objects.sorted(by: { $0.number < $1.number }) {
      output.append(markup: "\n")
      let offset = String(output.count)
      table += "\(number) 1\n" + String(repeating: "0", count: max(0, 10 - offset.count))
      table += offset + " 00000 n \n"
      output.append(markup: "\(number) 0 obj\n")
      output += bytes
      output.append(markup: "\nendobj")
    }
    output.append(markup: "\n")
    let start = output.count
    output.append(markup: table)
    output.append(
      markup: "trailer\n<</Size \(metadata + 1)\n/Root \(root.number) 0 R\n"
        + "/Info \(information.number) 0 R\n/Prev \(reader.tableStart)>>\n"
        + "startxref\n\(start)\n%%EOF\n")
    return output
  }

  /// The program that the book was written with.
  private static let program = "Archipel"

  /// What the book holds, and that it may be reused.
  private var summary: String { CreditsDocument.summary(of: book) }

  /// The entries of the document information.
  private func entries(_ producer: String?) -> String {
    let moment = "(D:\(book.date.description.filter(\.isNumber))000000Z)"
    var entries = "/Title \(Self.string(book.title))\n/Author \(Self.string(book.publisher))\n"
    entries += "/Subject \(Self.string(summary))\n/Creator (\(Self.program))\n"
    if let producer { entries += "/Producer \(Self.string(producer))\n" }
    return entries + "/CreationDate \(moment)\n/ModDate \(moment)"
  }

  /// A text as PDF takes it in any script: UTF-16, in hexadecimal figures.
  private static func string(_ text: String) -> String {
    let units = text.utf16.map { Hexadecimal.text(of: UInt64($0), digits: 4).uppercased() }
    return "<FEFF\(units.joined())>"
  }

  /// The XMP packet.
  private func packet(_ producer: String?) -> [UInt8] {
    var packet: [UInt8] = []
    packet.append(
      markup: """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
        xmlns:pdf="http://ns.adobe.com/pdf/1.3/">

        """)
    packet.append("dc:format", "application/pdf")
    packet.append("dc:identifier", book.identifier)
    append("dc:title", saying: book.title, to: &packet)
    append("dc:creator", "Seq", [book.publisher], to: &packet)
    append("dc:contributor", "Bag", book.authors.filter { $0 != book.publisher }, to: &packet)
    append("dc:publisher", "Bag", [book.publisher], to: &packet)
    append("dc:description", saying: summary, to: &packet)
    append("dc:language", "Bag", book.languages, to: &packet)
    append("dc:date", "Seq", [book.date.description], to: &packet)
    if let licence = book.licence {
      append("dc:rights", saying: "\(licence.label), \(licence.url)", to: &packet)
      packet.append("xmpRights:Marked", "True")
      packet.append("xmpRights:WebStatement", licence.url)
    }
    if let base = book.baseURL { packet.append("dc:source", base.text) }
    for name in ["CreateDate", "ModifyDate", "MetadataDate"] {
      packet.append("xmp:\(name)", Timestamp(book.date).rfc3339)
    }
    packet.append("xmp:CreatorTool", Self.program)
    if let producer { packet.append("pdf:Producer", producer) }
    packet.append(
      markup: "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
    return packet
  }

  /// Appends a list of texts, where there are any.
  private func append(
    _ name: String, _ kind: String, _ texts: [String], to packet: inout [UInt8]
  ) {
    guard !texts.isEmpty else { return }
    packet.append(markup: "<\(name)><rdf:\(kind)>\n")
    for text in texts { packet.append("rdf:li", text) }
    packet.append(markup: "</rdf:\(kind)></\(name)>\n")
  }

  /// Appends a text in the language of the book, which is also that by default.
  private func append(_ name: String, saying text: String, to packet: inout [UInt8]) {
    packet.append(markup: "<\(name)><rdf:Alt>\n")
    for language in ["x-default", book.language] {
      packet.append("rdf:li xml:lang=\"\(language)\"", text)
    }
    packet.append(markup: "</rdf:Alt></\(name)>\n")
  }
}
