/// Text between tags, less what only serves the looks of the template.
///
/// Indentation, blank lines and lines that hold nothing but tags are there for those who write
/// templates; they would weigh on pages and spoil `<pre>`.
struct TemplateText {
  /// Where a run of kept bytes comes from.
  struct Origin {
    /// The place of its first byte among those kept.
    let place: Int
    /// The place of that byte in the template.
    let source: Int
  }

  private var bytes: [UInt8] = []
  private var origins: [Origin] = []
  /// White space that stands in the output only when something follows it on the line.
  private var pendingSpaces = 0
  private var hasContent = false
  private var hasTag = false

  /// Takes text that stands before a tag or at the end.
  mutating func append(_ text: ArraySlice<UInt8>) {
    for (source, byte) in zip(text.indices, text) {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        if hasContent || hasTag { pendingSpaces += 1 }
      case UInt8(ascii: "\n"):
        if hasContent { keep(byte, from: source) }
        (pendingSpaces, hasContent, hasTag) = (0, false, false)
      default:
        writeSpaces()
        keep(byte, from: source)
        hasContent = true
      }
    }
  }

  /// Takes note of a tag in the line.
  mutating func meet(_ tag: TemplateTag) {
    guard tag.kind != .comment else { return }
    writeSpaces()
    if tag.kind == .variable { hasContent = true }
    hasTag = true
  }

  /// Gives away what has been kept so far.
  mutating func move(to nodes: inout [TemplateNode]) {
    guard !bytes.isEmpty else { return }
    nodes.append(.text(bytes, origins))
    bytes.removeAll()
    origins.removeAll()
  }

  private mutating func keep(_ byte: UInt8, from source: Int) {
    // Bytes that follow each other in the template go on from one origin.
    if origins.last.map({ source - $0.source != bytes.count - $0.place }) ?? true {
      origins.append(Origin(place: bytes.count, source: source))
    }
    bytes.append(byte)
  }

  private mutating func writeSpaces() {
    for _ in 0..<pendingSpaces { bytes.append(UInt8(ascii: " ")) }
    pendingSpaces = 0
  }
}
