public import Diagnostics

/// A destination written in Markdown.
public struct LinkRequest: Sendable, Hashable {
  /// The syntax a destination was written in.
  public enum Kind: Sendable, Hashable {
    /// `[text](destination)`, in any of its forms, a bare address included.
    case link
    /// `![text](destination)`.
    case image
    /// `[[destination]]` or `[[destination|text]]`.
    case wiki
    /// `![[destination]]`: a picture, or else a link.
    case embed
    /// The text of another file, by its path relative to the source folder.
    case include
  }

  /// The syntax of the destination.
  public let kind: Kind
  /// The destination as written, its entities and backslashes decoded, its `%20` left alone.
  public let destination: String
  /// Where the destination stands.
  public let location: SourceLocation

  /// Creates a request.
  public init(kind: Kind, destination: String, location: SourceLocation) {
    self.kind = kind
    self.destination = destination
    self.location = location
  }
}

/// What becomes of a destination.
public enum ResolvedLink: Sendable, Hashable {
  /// The address to write; the title of its page, which is the text of a wiki link that has none;
  /// the index of that page in the site, for the pages it holds; its language, when it is another
  /// than that of the document; what is said beside the link, as the weight of a file.
  case url(
    String, title: String? = nil, pageID: Int? = nil, language: String? = nil, note: String? = nil)
  /// An image to show.
  case image(ShownImage)
  /// The address of an image that is not shown: a link takes its place.
  case linkInstead(url: String)
  /// Nothing: the text remains, without a link. The provider has reported why.
  case unresolved
}

/// Finds what destinations lead to; asked for every link and image of a document.
public protocol LinkProvider: Sendable {
  /// Returns what becomes of a destination, and reports what is wrong with it.
  func resolve(_ request: LinkRequest, diagnostics: inout [Diagnostic]) -> ResolvedLink

  /// Returns the text of a file that a document includes.
  func text(ofIncluded request: LinkRequest) -> IncludedText

  /// Returns the file that the path of one which does not exist is likely to mean.
  func suggestion(forIncluded path: String) -> String?
}

extension LinkProvider {
  /// Nothing is included.
  public func text(ofIncluded request: LinkRequest) -> IncludedText { .missing }

  /// Nothing is known.
  public func suggestion(forIncluded path: String) -> String? { nil }
}
