import CGumbo

/// Turns the tree that gumbo makes of a page into elements and texts.
struct MarkupBuilder {
  /// The elements whose text is shown as it was typed.
  private static let literalNames: Set<String> = [
    "code", "kbd", "pre", "samp", "script", "style", "textarea", "var",
  ]
  /// The elements that are not for readers.
  private static let silentNames: Set<String> = ["head", "script", "style", "template"]

  private typealias Node = UnsafeMutablePointer<GumboNode>

  private let length: Int
  private var page = PageMarkup()

  /// Returns the page that a document is.
  ///
  /// - Parameter bytes: The page, into which the tree points.
  static func build(
    from document: UnsafeMutablePointer<GumboNode>?, in bytes: UnsafeRawBufferPointer
  ) -> PageMarkup {
    var builder = MarkupBuilder(length: bytes.count)
    if let document { builder.read(document) }
    return builder.page
  }

  private init(length: Int) {
    self.length = length
  }

  /// Reads a document, however deep, without recursion.
  private mutating func read(_ document: Node) {
    // The elements that are open, each with the children that are left to read.
    var open: [(index: Int?, rest: ArraySlice<Node>)] = [
      (nil, Self.children(document.pointee.v.document.children))
    ]
    while let last = open.indices.last {
      guard let node = open[last].rest.popFirst() else {
        if let index = open[last].index { close(index) }
        open.removeLast()
        continue
      }
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let index = start(node.pointee.v.element, in: open[last].index)
        open.append((index, Self.children(node.pointee.v.element.children)))
      case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
        if let element = open[last].index { add(node.pointee.v.text, in: element) }
      default: break
      }
    }
  }

  private mutating func start(_ element: GumboElement, in parent: Int?) -> Int {
    let name = Self.name(of: element)
    let around = parent.map { page.elements[$0] }
    let given = Self.attributes(of: element)
    let isConcealed = given.contains { attribute in
      attribute.name == "hidden" || (attribute.name == "aria-hidden" && attribute.value == "true")
    }
    page.elements.append(
      MarkupElement(
        name: name, attributes: given, parent: parent, offset: offset(element.start_pos),
        isHidden: around?.isHidden == true || isConcealed || Self.silentNames.contains(name),
        isLiteral: around?.isLiteral == true || Self.literalNames.contains(name),
        isInDrawing: around?.isInDrawing == true || around?.name == "svg",
        end: page.elements.count + 1, texts: page.texts.count..<page.texts.count))
    return page.elements.count - 1
  }

  private mutating func add(_ text: GumboText, in element: Int) {
    guard let characters = text.text else { return }
    page.texts.append(
      MarkupText(
        element: element, text: String(cString: characters), offset: offset(text.start_pos)))
  }

  private mutating func close(_ index: Int) {
    page.elements[index].end = page.elements.count
    let first = page.elements[index].texts.lowerBound
    page.elements[index].texts = first..<page.texts.count
  }

  private func offset(_ position: GumboSourcePosition) -> Int {
    min(Int(position.offset), length)
  }

  private static func children(_ vector: GumboVector) -> ArraySlice<Node> {
    UnsafeBufferPointer(start: vector.data, count: Int(vector.length))
      .compactMap { $0?.assumingMemoryBound(to: GumboNode.self) }[...]
  }

  /// The name of an element in lower case, also that of one that HTML does not know; drawings have
  /// names in letters of both cases.
  private static func name(of element: GumboElement) -> String {
    if element.tag_namespace == GUMBO_NAMESPACE_SVG {
      var piece = element.original_tag
      gumbo_tag_from_original_text(&piece)
      if let name = gumbo_normalize_svg_tagname(&piece) { return String(cString: name) }
    }
    if element.tag != GUMBO_TAG_UNKNOWN {
      return String(cString: gumbo_normalized_tagname(element.tag))
    }
    var piece = element.original_tag
    gumbo_tag_from_original_text(&piece)
    return string(piece).lowercased()
  }

  private static func attributes(of element: GumboElement) -> [(name: String, value: String?)] {
    UnsafeBufferPointer(
      start: element.attributes.data, count: Int(element.attributes.length)
    ).compactMap { pointer in
      guard let attribute = pointer?.assumingMemoryBound(to: GumboAttribute.self).pointee,
        let name = attribute.name
      else { return nil }
      // Without a value, gumbo gives the name as what was written for it.
      let hasValue = attribute.original_value.data != attribute.original_name.data
      let prefix =
        switch attribute.attr_namespace {
        case GUMBO_ATTR_NAMESPACE_XLINK: "xlink:"
        case GUMBO_ATTR_NAMESPACE_XML: "xml:"
        default: ""
        }
      return (
        // In lower case, but for those of SVG.
        prefix + String(cString: name),
        hasValue ? attribute.value.map { String(cString: $0) } : nil
      )
    }
  }

  private static func string(_ piece: GumboStringPiece) -> String {
    let bytes = UnsafeRawBufferPointer(start: piece.data, count: piece.length)
    return String(decoding: bytes, as: UTF8.self)
  }
}
