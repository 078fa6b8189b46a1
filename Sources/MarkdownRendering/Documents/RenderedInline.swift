public import Diagnostics

/// A line of Markdown turned into HTML, and what was learnt on the way.
public struct RenderedInline: Sendable {
  /// The HTML without a block around it, in UTF-8.
  public var html: [UInt8] = []
  /// The text without markup, in UTF-8.
  public var text: [UInt8] = []
  /// The links that stay inside the site, in order.
  public var links: [DocumentLink] = []
  /// What is wrong with the text.
  public var diagnostics: [Diagnostic] = []
}
