import TextEncoding
/// The page that stands at an address a sheet has left, and leads to the new one without a script.
public struct RedirectPage: Sendable, Hashable {
  /// The language of the page (BCP 47).
  public var language: String
  /// The title of the sheet.
  public var title: String
  /// The sentence before the link, as in « Cette page a changé d’adresse : ».
  public var notice: String
  /// The new address, relative to the page or absolute, percent-encoded.
  public var target: String
  /// The new address for search engines: the absolute one when it is known.
  public var canonical: String?

  /// Creates a page that leads elsewhere.
  public init(
    language: String, title: String, notice: String, target: String, canonical: String? = nil
  ) {
    self.language = language
    self.title = title
    self.notice = notice
    self.target = target
    self.canonical = canonical
  }

  /// Returns the page as HTML in UTF-8.
  public func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(768)
    bytes.append("<!DOCTYPE html>\n<html")
    bytes.append(attribute: "lang", language)
    bytes.append(">\n<head>\n<meta charset=\"utf-8\">\n")
    bytes.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    bytes.append(element: "title", title)
    // Nothing but a delay of 0 is accessible: the reader never sees the page change under them.
    bytes.append("<meta http-equiv=\"refresh\"")
    bytes.append(attribute: "content", "0; url=\(target)")
    bytes.append(">\n<link rel=\"canonical\"")
    bytes.append(attribute: "href", canonical ?? target)
    bytes.append(">\n</head>\n<body>\n<main>\n")
    bytes.append(element: "h1", title)
    bytes.append("<p>")
    bytes.append(escaping: notice)
    bytes.append(" <a")
    bytes.append(attribute: "href", target)
    bytes.append(">")
    bytes.append(escaping: title)
    bytes.append("</a></p>\n</main>\n</body>\n</html>\n")
    return bytes
  }
}
