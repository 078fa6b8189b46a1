public import Diagnostics

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
