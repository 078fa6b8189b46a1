import CLibXML2

/// Turns what libxml2 meets in a page into elements and texts.
final class MarkupBuilder {
  /// The elements whose text is shown as it was typed.
  private static let literalNames: Set<String> = [
    "code", "kbd", "pre", "samp", "script", "style", "textarea", "var",
  ]
  /// The elements that are not for readers.
  private static let silentNames: Set<String> = ["head", "script", "style", "template"]

  private let bytes: UnsafeBufferPointer<UInt8>
  private let context: htmlParserCtxtPtr
  private var page = PageMarkup()
  /// The indices of the elements that are open.
  private var open: [Int] = []
  /// Where the last tag ended.
  private var lastTag = 0
  /// Whether the text to come goes on from the last one.
  private var continuesText = false

  /// - Parameters:
  ///   - bytes: The page, which must outlive the builder.
  ///   - context: The parser that reads it, likewise.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ context: htmlParserCtxtPtr) {
    self.bytes = bytes
    self.context = context
  }

  /// Returns the builder that an event is for.
  static func from(_ data: UnsafeMutableRawPointer?) -> MarkupBuilder? {
    data.map { Unmanaged<MarkupBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Opens an element; the parser stands before the end of its tag.
  func start(
    _ name: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name else { return }
    let element = String(cString: name)
    let around = open.last.map { page.elements[$0] }
    let given = Self.read(attributes)
    let isConcealed = given.contains { attribute in
      attribute.name == "hidden" || (attribute.name == "aria-hidden" && attribute.value == "true")
    }
    page.elements.append(
      MarkupElement(
        name: element, attributes: given, parent: open.last, offset: startOfTag(element),
        isHidden: around?.isHidden == true || isConcealed || Self.silentNames.contains(element),
        isLiteral: around?.isLiteral == true || Self.literalNames.contains(element),
        isInDrawing: around?.isInDrawing == true || around?.name == "svg",
        end: page.elements.count + 1, texts: page.texts.count..<page.texts.count))
    open.append(page.elements.count - 1)
    continuesText = false
  }

  /// Closes the innermost element.
  func end() {
    guard let index = open.popLast() else { return }
    close(index)
  }

  /// Takes a run of text, which the parser has just passed.
  func add(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let text, let element = open.last else { return }
    let run = String(
      decoding: UnsafeBufferPointer(start: text, count: Int(length)), as: UTF8.self)
    if continuesText, let last = page.texts.indices.last {
      page.texts[last].text += run
    } else {
      let offset = max(lastTag, position - Int(length))
      page.texts.append(MarkupText(element: element, text: run, offset: offset))
      continuesText = true
    }
  }

  /// Returns the page.
  func finish() -> PageMarkup {
    while let index = open.popLast() { close(index) }
    return page
  }

  private func close(_ index: Int) {
    page.elements[index].end = page.elements.count
    let first = page.elements[index].texts.lowerBound
    page.elements[index].texts = first..<page.texts.count
    continuesText = false
  }

  /// The byte that the parser has come to.
  private var position: Int { min(bytes.count, max(0, Int(xmlByteConsumed(context)))) }

  /// Returns where a tag starts; an element that the parser adds by itself has none, and stands where
  /// the parser does.
  private func startOfTag(_ name: String) -> Int {
    let end = position
    defer { lastTag = end }
    var start = end
    while start > lastTag {
      start -= 1
      if bytes[start] == UInt8(ascii: "<"), isName(name, at: start + 1) { return start }
    }
    return end
  }

  private func isName(_ name: String, at start: Int) -> Bool {
    let written = bytes[start..<min(bytes.count, start + name.utf8.count)]
    return written.elementsEqual(name.utf8) { written, byte in
      written == byte || (written | 0x20) == byte
    }
  }

  private static func read(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> [(name: String, value: String?)] {
    guard var pair = attributes else { return [] }
    var read: [(name: String, value: String?)] = []
    while let name = pair[0] {
      read.append((String(cString: name), pair[1].map { String(cString: $0) }))
      pair += 2
    }
    return read
  }
}
