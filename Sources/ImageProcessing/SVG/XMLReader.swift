import CLibXML2

/// A parser of XML that is asked for one node after another; it owns libxml2's, and frees it.
///
/// It reads no other file, and the limits of libxml2 on depth and length hold.
struct XMLReader: ~Copyable {
  /// A node that a document starts, ends or holds.
  enum Node {
    case start
    case end
    case text
    /// A place where an entity that is not one of XML's own stands.
    case entity
    /// A comment, an instruction, a declaration.
    case other
  }

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  private let pointer: xmlTextReaderPtr
  /// The document, which libxml2 reads where it is.
  private let document: UnsafeMutableBufferPointer<CChar>

  /// Opens a document in UTF-8.
  init?(_ bytes: [UInt8]) {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue
    guard Self.isReady, let length = Int32(exactly: bytes.count) else { return nil }
    let document = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
    _ = document.initialize(from: bytes.lazy.map(CChar.init(bitPattern:)))
    guard
      let pointer = xmlReaderForMemory(
        document.baseAddress, length, nil, "UTF-8", Int32(options))
    else {
      document.deallocate()
      return nil
    }
    self.pointer = pointer
    self.document = document
  }

  deinit {
    xmlFreeTextReader(pointer)
    document.deallocate()
  }

  /// The line that the parser has come to, from 1.
  var line: Int { max(1, Int(xmlTextReaderGetParserLineNumber(pointer))) }

  /// Goes to the next node; returns false at the end.
  func advance() throws(PictureProblem) -> Bool {
    try moved(xmlTextReaderRead(pointer))
  }

  /// Goes past the node and everything in it; returns false at the end.
  func skip() throws(PictureProblem) -> Bool {
    try moved(xmlTextReaderNext(pointer))
  }

  private func moved(_ status: Int32) throws(PictureProblem) -> Bool {
    if status < 0 { throw .notXML(line: line) }
    return status == 1
  }

  /// What the node is.
  var node: Node {
    switch UInt32(xmlTextReaderNodeType(pointer)) {
    case XML_READER_TYPE_ELEMENT.rawValue: .start
    case XML_READER_TYPE_END_ELEMENT.rawValue: .end
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
      .text
    case XML_READER_TYPE_ENTITY_REFERENCE.rawValue: .entity
    default: .other
    }
  }

  /// Whether the element has no end of its own: `<path/>`.
  var isEmptyElement: Bool { xmlTextReaderIsEmptyElement(pointer) == 1 }
  /// The name, without its prefix.
  var name: String { text(xmlTextReaderConstLocalName(pointer)) }
  /// The namespace; empty when there is none.
  var namespace: String { text(xmlTextReaderConstNamespaceUri(pointer)) }
  /// The text of a text, the value of an attribute.
  var value: String { text(xmlTextReaderConstValue(pointer)) }

  /// Goes to each attribute in turn, declarations of namespaces left out, and back to the element.
  func forEachAttribute(_ body: (borrowing XMLReader) -> Void) {
    var status = xmlTextReaderMoveToFirstAttribute(pointer)
    while status == 1 {
      if xmlTextReaderIsNamespaceDecl(pointer) != 1 { body(self) }
      status = xmlTextReaderMoveToNextAttribute(pointer)
    }
    xmlTextReaderMoveToElement(pointer)
  }

  private func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
