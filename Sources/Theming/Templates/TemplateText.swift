/// Text between tags, less what only serves the looks of the template.
///
/// Indentation, blank lines and lines that hold nothing but tags are there for those who write
/// templates; they would weigh on pages and spoil `<pre>`.
struct TemplateText {
  private var bytes: [UInt8] = []
  /// White space that stands in the output only when something follows it on the line.
  private var pendingSpaces = 0
  private var hasContent = false
  private var hasTag = false

  /// Takes text that stands before a tag or at the end.
  mutating func append(_ text: ArraySlice<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        if hasContent || hasTag { pendingSpaces += 1 }
      case UInt8(ascii: "\n"):
        if hasContent { bytes.append(byte) }
        (pendingSpaces, hasContent, hasTag) = (0, false, false)
      default:
        writeSpaces()
        bytes.append(byte)
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
    nodes.append(.text(bytes))
    bytes.removeAll()
  }

  private mutating func writeSpaces() {
    for _ in 0..<pendingSpaces { bytes.append(UInt8(ascii: " ")) }
    pendingSpaces = 0
  }
}
