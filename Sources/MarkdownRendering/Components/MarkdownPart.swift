public import Diagnostics

/// Markdown in the body of a component.
struct MarkdownPart {
  let bytes: [UInt8]
  /// Where it stands.
  let location: SourceLocation
  /// Where each of its lines stands, where that is known.
  let lines: ExpandedText?
}
