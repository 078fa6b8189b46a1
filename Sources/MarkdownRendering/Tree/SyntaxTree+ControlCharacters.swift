internal import CCmarkGFM
import Glibc
import TextEncoding

extension SyntaxTree {
  /// Replaces the control characters that references such as `&#1;` stand for, and that no page may hold,
  /// with U+FFFD, as libcmark-gfm does for `&#0;`.
  ///
  /// - Parameter text: The text of the tree; without a reference by number, there is nothing to look at.
  static func replaceControlCharacters(
    below root: SyntaxNode, of text: UnsafeBufferPointer<UInt8>
  ) {
    guard mayHoldReference(text), let nodes = cmark_iter_new(root.pointer) else { return }
    defer { cmark_iter_free(nodes) }
    while case let event = cmark_iter_next(nodes), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(nodes) else { continue }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        if let text = withoutControls(cmark_node_get_literal(node)) {
          _ = cmark_node_set_literal(node, text)
        }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        if let url = withoutControls(cmark_node_get_url(node)) { _ = cmark_node_set_url(node, url) }
        if let title = withoutControls(cmark_node_get_title(node)) {
          _ = cmark_node_set_title(node, title)
        }
      default: break
      }
    }
  }

  /// Whether a text holds `&#`.
  private static func mayHoldReference(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.baseAddress else { return false }
    var place = 0
    while place < text.count - 1,
      let found = memchr(start + place, CInt(UInt8(ascii: "&")), text.count - 1 - place)
    {
      place = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
      if text[place] == UInt8(ascii: "#") { return true }
    }
    return false
  }

  /// Returns a text without its control characters; nil when it has none.
  private static func withoutControls(_ text: UnsafePointer<CChar>?) -> String? {
    guard let text else { return nil }
    let scalars = String(cString: text).unicodeScalars
    guard scalars.contains(where: ControlCharacters.contains) else { return nil }
    var clean = String.UnicodeScalarView()
    for scalar in scalars { clean.append(ControlCharacters.contains(scalar) ? "\u{FFFD}" : scalar) }
    return String(clean)
  }
}
