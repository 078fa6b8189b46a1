import TextEncoding

/// Copies a drawing, element by element, without what it may not hold.
struct SVGWriter {
  private(set) var output: [UInt8] = []
  private(set) var removals: Set<CleanedSVG.Removal> = []
  private(set) var width: Int?
  private(set) var height: Int?

  private var openElements: [String] = []
  /// What the style that is open says; browsers read the texts around an element as one.
  private var style = ""

  /// Copies a whole document.
  mutating func write(_ events: [XMLEvent]) throws(PictureProblem) {
    // How deep in an element that is left out.
    var skipped = 0
    for event in events {
      switch event {
      case .start(let name, let attributes, let isEmpty):
        guard skipped == 0, openElements.last != "style", keeps(name) else {
          if !isEmpty { skipped += 1 }
          continue
        }
        if openElements.isEmpty, output.isEmpty, name.local != "svg" { throw .unknownFormat }
        open(name.local, attributes, isEmpty: isEmpty)
      case .end:
        if skipped > 0 { skipped -= 1 } else { close() }
      case .text(let text):
        if skipped == 0 { write(text: text) }
      }
    }
    if output.isEmpty { throw .unknownFormat }
  }

  /// Returns whether an element is copied, and notes why it is not.
  private mutating func keeps(_ name: XMLEvent.Name) -> Bool {
    if let removal = SVGVocabulary.removal(ofElement: name.local) {
      removals.insert(removal)
      return false
    }
    // A drawing without a namespace is shown by no browser, but meant as one.
    return (name.namespace == SVGVocabulary.namespace || name.namespace.isEmpty)
      && SVGVocabulary.elements.contains(name.local)
  }

  private mutating func open(_ name: String, _ given: [XMLEvent.Attribute], isEmpty: Bool) {
    var attributes: [(name: String, value: String)] = []
    var names: Set<String> = []
    for attribute in given {
      switch Self.attribute(attribute, of: name) {
      case .kept(let name, let value):
        // `href` and `xlink:href` are written alike, and a name given twice is no XML.
        if names.insert(name).inserted { attributes.append((name, value)) }
      case .removed(let removal): removals.insert(removal)
      case .dropped: break
      }
    }
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
    if isEmpty {
      output += "/>".utf8
    } else {
      output.append(UInt8(ascii: ">"))
      openElements.append(name)
    }
  }

  private mutating func close() {
    guard let name = openElements.popLast() else { return }
    if name == "style" {
      if SVGVocabulary.isLocal(style: style) {
        append(escaped: style)
      } else {
        removals.insert(.outsideReference)
      }
      style = ""
    }
    output += "</\(name)>".utf8
  }

  private mutating func write(text: String) {
    guard let element = openElements.last else { return }
    if element == "style" {
      style += text
    } else {
      append(escaped: text)
    }
  }

  private mutating func append(escaped text: String) {
    HTMLEscaping.append(text, to: &output)
  }

  // MARK: Attributes

  private enum Attribute {
    case kept(String, String)
    /// Left out with a word about it.
    case removed(CleanedSVG.Removal)
    /// Left out in silence.
    case dropped
  }

  private static func attribute(_ attribute: XMLEvent.Attribute, of element: String) -> Attribute {
    let (name, value) = (attribute.name.local, attribute.value)
    switch attribute.name.namespace {
    case "": break
    case SVGVocabulary.xlink where name == "href": break
    case SVGVocabulary.xml where name == "space" || name == "lang":
      return .kept("xml:" + name, value)
    default: return .dropped
    }
    // Without a value, one says nothing but that no language and no extension would do.
    if value.isEmpty, name != "systemLanguage", name != "requiredExtensions" { return .dropped }
    if name.lowercased().hasPrefix("on") { return .removed(.eventAttribute) }
    if name == "href" || name == "src" {
      return SVGVocabulary.isLocal(link: value, of: element)
        ? .kept(name, value) : .removed(.outsideReference)
    }
    let isLocal =
      name == "style" ? SVGVocabulary.isLocal(style: value) : SVGVocabulary.isLocal(value: value)
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
