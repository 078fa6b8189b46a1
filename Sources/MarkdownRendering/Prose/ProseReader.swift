/// Walks a document once and gathers its prose, each word with its place in the source.
///
/// The parser knows the lines of blocks, not the places of inlines: these are found again by their
/// text, each search starting where the last one ended.
struct ProseReader {
  private(set) var prose = DocumentProse()
  private var passage = ProsePassage()
  private var cursor: SourceCursor
  /// Where the texts of the links that are open start.
  private var openLinks: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, lineOffsets: [Int]?) {
    cursor = SourceCursor(bytes, lineOffsets: lineOffsets)
  }

  /// Visits a node and its descendants, without recursion: the depth is the author's.
  mutating func read(_ root: SyntaxNode) {
    var node = root
    while true {
      if enter(node), let child = node.firstChild {
        node = child
        continue
      }
      exit(node)
      while node.next == nil {
        guard node != root, let parent = node.parent else { return }
        node = parent
        exit(node)
        if node == root { return }
      }
      guard node != root, let next = node.next else { return }
      node = next
    }
  }

  /// Reads what opens a node; returns whether its children are to be read.
  private mutating func enter(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .paragraph, .heading:
      open(node)
      cursor.enter(startLine: node.startLine, endLine: node.endLine, goingBack: true)
    case .tableCell:
      open(node)
      cursor.enter(startLine: node.startLine, endLine: node.startLine, goingBack: false)
    case .text: append(node.literal)
    case .softBreak, .lineBreak: passage.text.append(UInt8(ascii: "\n"))
    case .code, .math, .htmlInline: appendObject(node.literal)
    case .image:
      note(node)
      appendObject(node.url)
      return false
    case .footnoteReference:
      passage.text.append(ProsePassage.object)
      return false
    case .link: return open(link: node)
    case .codeBlock, .htmlBlock: return false
    default: break
    }
    return true
  }

  private mutating func open(_ node: SyntaxNode) { passage = ProsePassage() }

  private mutating func exit(_ node: SyntaxNode) {
    switch node.kind {
    case .paragraph, .heading, .tableCell: close(node)
    case .link:
      guard let start = openLinks.popLast(), start < passage.text.count else { return }
      passage.links.append(start..<passage.text.count)
    default: break
    }
  }

  /// Reads what opens a link; returns whether its text is prose.
  private mutating func open(link node: SyntaxNode) -> Bool {
    note(node)
    if node.showsItsAddress {
      appendObject(node.searchText)
      return false
    }
    openLinks.append(passage.text.count)
    return true
  }

  /// Keeps the address of a link or an image, when it is of another site.
  private mutating func note(_ node: SyntaxNode) {
    let address = String(decoding: node.url, as: UTF8.self)
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return }
    let range = cursor.peek(node.searchText) ?? cursor.place
    prose.webLinks.append(DocumentProse.WebLink(address: address, sourceRange: range))
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let start = passage.text.count
    passage.text.append(contentsOf: text)
    if let found = cursor.find(text) {
      passage.anchors.append((start, found))
      return
    }
    // A backslash or an entity stands in the source and not in the text: its words are found alone.
    var word = text.startIndex
    while word < text.endIndex {
      let end = text[word...].firstIndex(of: 0x20) ?? text.endIndex
      if end > word, let found = cursor.find(UnsafeBufferPointer(rebasing: text[word..<end])) {
        passage.anchors.append((start + word, found))
      }
      word = end + 1
    }
  }

  private mutating func appendObject(_ written: UnsafeBufferPointer<UInt8>) {
    if let found = cursor.find(written) { passage.anchors.append((passage.text.count, found)) }
    passage.text.append(ProsePassage.object)
  }

  /// Hides what is syntax of Archipel, which its parser takes for text, and keeps the passage.
  private mutating func close(_ node: SyntaxNode) {
    var hidden: [Range<Int>] = []
    var links: [Range<Int>] = []
    passage.text.withUnsafeBufferPointer { text in
      hidden += LanguageSpan.all(in: text).map(\.range)
      links += WikiLink.all(in: text).map(\.range)
      if node.kind == .heading, let id = ExplicitID(endOf: text) {
        hidden.append(id.titleLength..<text.count)
      }
      if text.starts(with: "[!".utf8), let end = text.firstIndex(of: UInt8(ascii: "]")) {
        hidden.append(0..<end + 1)
      }
    }
    for range in hidden { passage.hide(range) }
    passage.links += links
    if !passage.text.isEmpty { prose.passages.append(passage) }
    passage = ProsePassage()
    openLinks = []
  }
}
