public import Diagnostics

/// A Markdown text turned into HTML, and what was learnt on the way.
public struct RenderedDocument: Sendable {
  /// The HTML, in UTF-8.
  public var html: [UInt8] = []
  /// The text of the heading that is the title of the page, when the options take it out.
  public var leadingTitle: String?
  /// The headings, in order.
  public var headings: [DocumentHeading] = []
  /// The places that raw HTML makes for links, in order: its ids.
  public var anchors: [String] = []
  /// The links that stay inside the site, in order.
  public var links: [DocumentLink] = []
  /// The images shown, in order.
  public var images: [DocumentImage] = []
  /// The text of the first paragraph, without markup.
  public var firstParagraph: String?
  /// The plain text by section, in order; sections without text are left out unless they have a
  /// heading.
  public var searchText: [SearchPassage] = []
  /// The number of words.
  public var wordCount = 0
  /// What is wrong with the text, in the order of the text.
  public var diagnostics: [Diagnostic] = []
}
