/// Copies a drawing, element by element, without what it may not hold.
struct SVGWriter {
  private(set) var output: [UInt8] = []
  private(set) var removals: Set<CleanedSVG.Removal> = []
  private(set) var width: Int?
  private(set) var height: Int?

  private var openElements: [String] = []

  /// Copies a whole document.
  mutating func write(_ reader: borrowing XMLReader) throws(PictureProblem) {
    var isThere = try reader.advance()
    while isThere {
      switch reader.node {
      case .start:
        guard keeps(reader) else {
          isThere = try reader.skip()
          continue
        }
        if openElements.isEmpty, output.isEmpty, reader.name != "svg" { throw .unknownFormat }
        open(reader)
      case .end:
        close()
      case .text:
        write(text: reader.value)
      case .entity:
        throw .entities
      case .other:
        break
      }
      isThere = try reader.advance()
    }
    if output.isEmpty { throw .unknownFormat }
  }

  /// Returns whether an element is copied, and notes why it is not.
  private mutating func keeps(_ reader: borrowing XMLReader) -> Bool {
    let name = reader.name
    if let removal = SVGVocabulary.removal(ofElement: name) {
      removals.insert(removal)
      return false
    }
    // A drawing without a namespace is shown by no browser, but meant as one.
    let namespace = reader.namespace
    return (namespace == SVGVocabulary.namespace || namespace.isEmpty)
      && SVGVocabulary.elements.contains(name)
  }

  private mutating func open(_ reader: borrowing XMLReader) {
    let name = reader.name
    var attributes: [(name: String, value: String)] = []
    var found: Set<CleanedSVG.Removal> = []
    reader.forEachAttribute { attribute in
      switch Self.attribute(attribute, of: name) {
      case .kept(let name, let value): attributes.append((name, value))
      case .removed(let removal): found.insert(removal)
      case .dropped: break
      }
    }
    removals.formUnion(found)
    output += "<\(name)".utf8
    if openElements.isEmpty {
      output += " xmlns=\"\(SVGVocabulary.namespace)\"".utf8
      readSize(attributes)
    }
    for (name, value) in attributes {
      output += " \(name)=\"".utf8
      append(escaped: value)
      output.append(UInt8(ascii: "\""))
    }
    if reader.isEmptyElement {
      output += "/>".utf8
    } else {
      output.append(UInt8(ascii: ">"))
      openElements.append(name)
    }
  }

  private mutating func close() {
    guard let name = openElements.popLast() else { return }
    output += "</\(name)>".utf8
  }

  private mutating func write(text: String) {
    guard let element = openElements.last else { return }
    if element == "style", !SVGVocabulary.isLocal(style: text) {
      removals.insert(.outsideReference)
      return
    }
    append(escaped: text)
  }

  private mutating func append(escaped text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      default: output.append(byte)
      }
    }
  }

  // MARK: Attributes

  private enum Attribute {
    case kept(String, String)
    /// Left out with a word about it.
    case removed(CleanedSVG.Removal)
    /// Left out in silence.
    case dropped
  }

  private static func attribute(
    _ attribute: borrowing XMLReader, of element: String
  ) -> Attribute {
    let (name, value) = (attribute.name, attribute.value)
    switch attribute.namespace {
    case "": break
    case SVGVocabulary.xlink where name == "href": break
    case SVGVocabulary.xml where name == "space" || name == "lang":
      return .kept("xml:" + name, value)
    default: return .dropped
    }
    if name.lowercased().hasPrefix("on") { return .removed(.eventAttribute) }
    if name == "href" || name == "src" {
      return SVGVocabulary.isLocal(link: value, of: element)
        ? .kept(name, value) : .removed(.outsideReference)
    }
    let isLocal =
      name == "style"
      ? SVGVocabulary.isLocal(style: value) : SVGVocabulary.asksForNothingOutside(value)
    return isLocal ? .kept(name, value) : .removed(.outsideReference)
  }

  // MARK: Size

  /// Reads the size of the drawing: that of its root, or else of its view box.
  private mutating func readSize(_ attributes: [(name: String, value: String)]) {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    if let width = value("width").flatMap(Self.pixels),
      let height = value("height").flatMap(Self.pixels)
    {
      (self.width, self.height) = (width, height)
      return
    }
    let box = value("viewBox")?.split { $0 == " " || $0 == "," }.map { Self.pixels(String($0)) }
    guard let box, box.count == 4 else { return }
    (width, height) = (box[2], box[3])
  }

  private static func pixels(_ text: String) -> Int? {
    let number = text.hasSuffix("px") ? String(text.dropLast(2)) : text
    guard let value = Double(number), let pixels = Int(exactly: value.rounded()), pixels > 0
    else { return nil }
    return pixels
  }
}
