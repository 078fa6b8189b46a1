public import Diagnostics

/// A heading of a document.
public struct DocumentHeading: Sendable, Hashable {
  /// The level it is written at, 1 to 6.
  public let level: Int
  /// Its id, unique in the document.
  public let id: String
  /// Its text, without markup.
  public let text: String
  /// Where it stands.
  public let location: SourceLocation

  /// Creates a heading.
  public init(level: Int, id: String, text: String, location: SourceLocation) {
    self.level = level
    self.id = id
    self.text = text
    self.location = location
  }
}

/// A link that stays inside the site.
public struct DocumentLink: Sendable, Hashable {
  /// The destination as written.
  public let destination: String
  /// The page it leads to; none for another part of its own page.
  public let pageID: Int?
  /// The id after `#`, percent-decoded.
  public let fragment: String?
  /// Where it stands.
  public let location: SourceLocation

  /// Creates a link.
  public init(destination: String, pageID: Int?, fragment: String?, location: SourceLocation) {
    self.destination = destination
    self.pageID = pageID
    self.fragment = fragment
    self.location = location
  }

  /// Returns the link with another number of the page it leads to.
  public func leading(to page: Int) -> DocumentLink {
    DocumentLink(
      destination: destination, pageID: page, fragment: fragment, location: location)
  }
}

/// An image of a document.
public struct DocumentImage: Sendable, Hashable {
  /// The destination as written.
  public let destination: String
  /// The address written in the page; nil when there is no such picture, whose words are shown.
  public let url: String?
  /// Its text alternative.
  public let alternative: String
  /// Where it stands.
  public let location: SourceLocation
}

/// The plain text of a section of a document.
public struct SearchPassage: Sendable, Hashable {
  /// The id of the heading that opens the section; none before the first heading.
  public let headingID: String?
  /// The text of that heading.
  public let headingText: String
  /// The text of the section as typed, in UTF-8, up to the next heading.
  public let text: [UInt8]
}

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
