import CLibXML2

/// Reads pages with libxml2; it owns the parser of one page, and frees it.
struct HTMLParser: ~Copyable {
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  private let context: htmlParserCtxtPtr

  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard Self.isReady, let length = Int32(exactly: bytes.count),
      let context = bytes.withMemoryRebound(
        to: CChar.self, { htmlCreateMemoryParserCtxt($0.baseAddress, length) })
    else { return nil }
    self.context = context
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    // What templates make is in UTF-8, whatever a page says of itself.
    context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
  }

  deinit { htmlFreeParserCtxt(context) }

  /// Reads a page; nothing is too wrong to be read.
  static func parse(_ page: [UInt8]) -> PageMarkup {
    page.withUnsafeBufferPointer { bytes in
      guard let parser = HTMLParser(bytes) else { return PageMarkup() }
      return parser.run(bytes)
    }
  }

  private func run(_ bytes: UnsafeBufferPointer<UInt8>) -> PageMarkup {
    let builder = MarkupBuilder(bytes, context)
    guard let handler = context.pointee.sax else { return PageMarkup() }
    // Parts of the parser ask the context for its document: it makes none, for events are enough.
    handler.pointee.internalSubset = nil
    handler.pointee.startDocument = nil
    handler.pointee.endDocument = nil
    handler.pointee.processingInstruction = nil
    handler.pointee.comment = nil
    handler.pointee.startElement = { data, name, attributes in
      MarkupBuilder.from(data)?.start(name, attributes)
    }
    handler.pointee.endElement = { data, _ in MarkupBuilder.from(data)?.end() }
    handler.pointee.characters = { data, text, length in
      MarkupBuilder.from(data)?.add(text, length)
    }
    handler.pointee.ignorableWhitespace = handler.pointee.characters
    handler.pointee.cdataBlock = handler.pointee.characters
    context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
    return withExtendedLifetime(builder) {
      htmlParseDocument(context)
      return builder.finish()
    }
  }
}
