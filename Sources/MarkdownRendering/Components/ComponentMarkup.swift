import TextEncoding

/// The HTML that the template of a component wrote, as the page has it: with the texts of the block in
/// their places, and what the site wants no page to hold left out.
///
/// A component may use what a sheet may under `html: safe`, and the classes and roles that a sheet leaves
/// to the theme. Its texts have been rendered as those of the sheet: they are taken as they are.
struct ComponentMarkup {
  private(set) var html: [UInt8] = []
  /// The words that it shows, in UTF-8.
  private(set) var words: [UInt8] = []
  /// What is left out, each once, in order: `<iframe>`, `onclick`, `src="https://…"`.
  private(set) var leftOut: [String] = []
  /// Whether it would have more bytes than it may.
  private(set) var isTooLong = false
  private let parts: [RenderedPart]
  private let rules: Rules
  private let limit: Int
  /// No template nests so much, and browsers cope badly with it.
  private static let deepestLevel = 100
  private var open: [String] = []

  /// What the site allows.
  struct Rules {
    /// Whether everything is copied as it is.
    var keepsAll = false
    /// Whether pages load files of other sites.
    var allowsRemoteFiles = false
  }

  /// Reads what a template wrote.
  ///
  /// - Complexity: O(*n*) in its length and that of its parts, up to the limit.
  init(_ written: [UInt8], parts: [RenderedPart], _ rules: Rules, limit: Int) {
    self.parts = parts
    self.rules = rules
    self.limit = limit
    written.withUnsafeBufferPointer { read($0) }
  }

  private mutating func read(_ written: UnsafeBufferPointer<UInt8>) {
    for piece in HTMLPiece.all(in: written) where !isTooLong {
      switch piece {
      case .text(let range): write(UnsafeBufferPointer(rebasing: written[range]))
      case .unseen(let range):
        guard rules.keepsAll else { continue }
        let text = String(decoding: written[range], as: UTF8.self)
        html.append(contentsOf: PartMark.removed(from: text).utf8)
      case .tag(let tag):
        if tag.name == "img", let alternative = tag["alt"] {
          words.append(contentsOf: PartMark.removed(from: alternative).utf8)
        }
        if tag.name == "br" || SafeHTML.separatingElements.contains(tag.name) { endWords() }
        if rules.keepsAll {
          let text = String(decoding: written[tag.range], as: UTF8.self)
          html.append(contentsOf: PartMark.removed(from: text).utf8)
        } else if Self.elements.contains(tag.name), open.count < Self.deepestLevel || tag.isEnd {
          if tag.isEnd { close(tag.name) } else { write(tag) }
        } else if !tag.isEnd {
          leaveOut("<\(tag.name)>")
        }
      }
      isTooLong = isTooLong || html.count > limit
    }
    while let name = open.last { close(name) }
    endWords()
  }

  // MARK: Text

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    var (index, written) = (0, 0)
    while index < text.count {
      guard text[index] == 0xEF, let mark = PartMark.read(text, at: index) else {
        index += 1
        continue
      }
      append(text[written..<index])
      index = mark.end
      written = mark.end
      guard parts.indices.contains(mark.number) else { continue }
      let part = parts[mark.number]
      guard html.count + part.html.count <= limit else {
        isTooLong = true
        return
      }
      endWords()
      html += part.html
      words += part.words
      endWords()
    }
    append(text[written...])
  }

  private mutating func append(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    if rules.keepsAll {
      html.append(contentsOf: text)
    } else {
      HTMLEscaping.appendMarkup(text, to: &html)
    }
    let decoded = HTMLEntities.decode(text)
    if !decoded.utf8.allSatisfy({ $0 <= 0x20 }) { words.append(contentsOf: decoded.utf8) }
  }

  private mutating func endWords() {
    if let last = words.last, last != UInt8(ascii: "\n") { words.append(UInt8(ascii: "\n")) }
  }

  // MARK: Tags

  private mutating func write(_ tag: HTMLTag) {
    html.append("<")
    html.append(contentsOf: tag.name.utf8)
    var seen: Set<String> = []
    for attribute in tag.attributes where !attribute.name.isEmpty {
      let name = attribute.name
      guard Self.allows(name, on: tag.name) else {
        leaveOut(name)
        continue
      }
      guard seen.insert(name).inserted else { continue }
      let value = PartMark.removed(from: attribute.value)
      guard isAllowed(value, in: name) else {
        leaveOut("\(name)=\"\(value.prefix(80))\"")
        continue
      }
      html.append(" ")
      html.append(contentsOf: name.utf8)
      if attribute.range != nil {
        html.append("=\"")
        HTMLEscaping.append(value, to: &html)
        html.append("\"")
      }
    }
    html.append(">")
    if !SafeHTML.voidElements.contains(tag.name) { open.append(tag.name) }
  }

  /// Closes the last element of a name with those in it; an end of nothing is left out.
  private mutating func close(_ name: String) {
    guard open.contains(name) else { return }
    while let last = open.popLast() {
      html.append("</")
      html.append(contentsOf: last.utf8)
      html.append(">")
      if last == name { return }
    }
  }

  private func isAllowed(_ value: String, in attribute: String) -> Bool {
    guard SafeHTML.addresses.contains(attribute) else { return true }
    let addresses =
      attribute == "srcset"
      ? value.split(separator: ",").map { String($0.trimmed.prefix { $0 != " " }) } : [value]
    return addresses.allSatisfy { address in
      guard LinkSafety.isAllowed(address) else { return false }
      if attribute == "href" || rules.allowsRemoteFiles { return true }
      let scheme = LinkSafety.scheme(of: address)
      let isRemote = scheme.map { $0 != "data" } ?? Self.namesAnotherHost(address)
      return !isRemote
    }
  }

  /// Whether an address starts with two slashes, which browsers also take turned around.
  private static func namesAnotherHost(_ address: String) -> Bool {
    let start = address.utf8.filter { ![0x09, 0x0A, 0x0D].contains($0) }.drop { $0 <= 0x20 }
    return start.count > 1
      && start.prefix(2).allSatisfy { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
  }

  private mutating func leaveOut(_ what: String) {
    if !leftOut.contains(what), leftOut.count < 100 { leftOut.append(what) }
  }

  // MARK: Rules

  private static let elements = SafeHTML.inlineElements.union(SafeHTML.blockElements).union([
    "address", "article", "aside", "footer", "header", "meter", "nav", "progress",
  ])

  private static func allows(_ attribute: String, on element: String) -> Bool {
    SafeHTML.allows(attribute, on: element) || attributes.contains(attribute)
      || attribute.hasPrefix("aria-") || attribute.hasPrefix("data-")
      || ownAttributes[element]?.contains(attribute) == true
  }

  private static let attributes: Set<String> = ["class", "hidden", "role", "translate"]
  private static let ownAttributes: [String: Set<String>] = [
    "a": ["download", "rel"], "img": ["decoding", "loading"],
    "audio": ["loop", "preload"], "video": ["loop", "muted", "playsinline", "preload"],
    "track": ["default"], "meter": ["high", "low", "max", "min", "optimum", "value"],
    "progress": ["max", "value"],
  ]
}
