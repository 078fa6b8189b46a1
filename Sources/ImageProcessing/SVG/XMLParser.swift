import CExpat

/// Reads a document with expat; it owns the parser, and frees it.
///
/// It reads no other file and replaces no entity but XML's own.
struct XMLParser: ~Copyable {
  /// What separates a namespace from a name in what expat says: neither may hold it.
  private static let separator = UInt8(ascii: "\n")

  private let pointer: XML_Parser

  /// - Parameter encoding: What the document is read in, whatever it declares.
  private init?(_ encoding: String?) {
    guard let pointer = XML_ParserCreateNS(encoding, XML_Char(Self.separator)) else { return nil }
    self.pointer = pointer
  }

  deinit { XML_ParserFree(pointer) }

  /// Returns the events of a document in UTF-8, UTF-16, ISO-8859-1 or ASCII, as it declares; without a
  /// declaration it is in UTF-8.
  ///
  /// - Throws: ``PictureProblem/notXML(line:)`` where it stops being XML,
  ///   ``PictureProblem/encoding(_:)`` where it is in another encoding, and
  ///   ``PictureProblem/entities`` where an entity stands that it does not explain.
  /// - Complexity: O(*n*) in the length of the document.
  static func parse(_ bytes: [UInt8]) throws(PictureProblem) -> [XMLEvent] {
    do {
      return try parse(bytes, in: nil)
    } catch {
      guard case .encoding(let name) = error, isUTF8(bytes, declaredAs: name) else { throw error }
      return try parse(bytes, in: "UTF-8")
    }
  }

  /// Whether a document is in UTF-8 that declares something else: programs write `utf8`, or `UTF-16` for
  /// a text that is then saved otherwise.
  private static func isUTF8(_ bytes: [UInt8], declaredAs name: String) -> Bool {
    ["utf8", "utf-16"].contains(name.lowercased()) || bytes.allSatisfy { $0 < 0x80 }
  }

  private static func parse(
    _ bytes: [UInt8], in encoding: String?
  ) throws(PictureProblem) -> [XMLEvent] {
    guard let parser = XMLParser(encoding) else { throw .damaged }
    let collector = Collector(parser.pointer)
    try withExtendedLifetime(collector) { () throws(PictureProblem) in
      try parser.run(bytes, collector)
    }
    if collector.holdsEntity { throw .entities }
    return collector.events
  }

  private func run(_ bytes: [UInt8], _ collector: Collector) throws(PictureProblem) {
    XML_SetUserData(pointer, Unmanaged.passUnretained(collector).toOpaque())
    XML_SetElementHandler(
      pointer,
      { data, name, attributes in Collector.from(data)?.start(name, attributes) },
      { data, _ in Collector.from(data)?.end() })
    XML_SetCharacterDataHandler(pointer) { data, text, length in
      Collector.from(data)?.add(text, length)
    }
    XML_SetXmlDeclHandler(pointer) { data, _, encoding, _ in
      Collector.from(data)?.encoding = encoding.map { String(cString: $0) }
    }
    XML_SetSkippedEntityHandler(pointer) { data, _, _ in Collector.from(data)?.skipEntity() }
    guard let length = Int32(exactly: bytes.count) else { throw .damaged }
    let status = bytes.withUnsafeBytes { bytes in
      XML_Parse(pointer, bytes.bindMemory(to: CChar.self).baseAddress, length, 1)
    }
    if status != XML_STATUS_OK {
      let code = XML_GetErrorCode(pointer)
      if code == XML_ERROR_UNKNOWN_ENCODING || code == XML_ERROR_INCORRECT_ENCODING {
        throw .encoding(collector.encoding ?? "?")
      }
      throw .notXML(line: max(1, Int(XML_GetCurrentLineNumber(pointer))))
    }
  }

  /// Turns what expat meets into events.
  private final class Collector {
    private let parser: XML_Parser
    private(set) var events: [XMLEvent] = []
    private(set) var holdsEntity = false
    /// The encoding that the document declares.
    var encoding: String?
    /// The text since the last event.
    private var text: [UInt8] = []

    init(_ parser: XML_Parser) {
      self.parser = parser
    }

    static func from(_ data: UnsafeMutableRawPointer?) -> Collector? {
      data.map { Unmanaged<Collector>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(
      _ name: UnsafePointer<XML_Char>?,
      _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
      finishText()
      guard let name else { return }
      events.append(.start(Self.name(name), Self.read(attributes), isEmpty: false))
    }

    func end() {
      finishText()
      // The end of `<path/>` is nowhere in the document.
      if XML_GetCurrentByteCount(parser) == 0,
        case .start(let name, let attributes, _) = events.last
      {
        events[events.count - 1] = .start(name, attributes, isEmpty: true)
      } else {
        events.append(.end)
      }
    }

    func add(_ run: UnsafePointer<XML_Char>?, _ length: Int32) {
      guard let run else { return }
      text += UnsafeRawBufferPointer(start: run, count: Int(length))
    }

    func skipEntity() { holdsEntity = true }

    private func finishText() {
      guard !text.isEmpty else { return }
      events.append(.text(String(decoding: text, as: UTF8.self)))
      text = []
    }

    private static func read(
      _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) -> [XMLEvent.Attribute] {
      guard var pair = attributes else { return [] }
      var read: [XMLEvent.Attribute] = []
      while let name = pair[0] {
        let value = pair[1].map { String(cString: $0) } ?? ""
        read.append(XMLEvent.Attribute(name: self.name(name), value: value))
        pair += 2
      }
      return read
    }

    private static func name(_ text: UnsafePointer<XML_Char>) -> XMLEvent.Name {
      let parts = String(cString: text).utf8.split(
        separator: XMLParser.separator, maxSplits: 1)
      return XMLEvent.Name(
        namespace: parts.count == 2 ? String(Substring(parts[0])) : "",
        local: parts.last.map { String(Substring($0)) } ?? "")
    }
  }
}
