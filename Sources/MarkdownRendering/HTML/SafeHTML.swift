/// The HTML that pages keep when a site asks for safe HTML: what says what a text is, and nothing that
/// acts or that the theme decides.
enum SafeHTML {
  /// The elements that may stand inside a line of text.
  static let inlineElements: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img",
    "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub",
    "sup", "time", "u", "var", "wbr", "picture", "source", "audio", "video", "track",
  ]
  /// Those that stand around and between paragraphs.
  static let blockElements: Set<String> = [
    "blockquote", "caption", "col", "colgroup", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]
  /// Those of them that may also stand in a cell of a table of Markdown, whose tags are in one line.
  static let cellElements: Set<String> = ["p", "ul", "ol", "li"]
  /// Those that have no end tag.
  static let voidElements: Set<String> = [
    "br", "col", "hr", "img", "source", "track", "wbr",
  ]
  /// Elements whose words are of no paragraph but their own, known or not.
  static let separatingElements = blockElements.union([
    "address", "article", "aside", "center", "footer", "form", "h1", "header", "main", "nav",
    "fieldset", "legend", "option", "body", "html", "head",
  ])

  private static let globalAttributes: Set<String> = [
    "id", "lang", "dir", "title", "aria-label", "aria-hidden", "aria-describedby",
  ]
  private static let attributes: [String: Set<String>] = [
    "a": ["href", "hreflang"], "img": ["src", "srcset", "sizes", "alt", "width", "height"],
    "audio": ["src", "controls"], "video": ["src", "poster", "controls", "width", "height"],
    "source": ["src", "srcset", "sizes", "media", "type"],
    "track": ["src", "kind", "srclang", "label"], "col": ["span"], "colgroup": ["span"],
    "td": ["colspan", "rowspan", "headers"],
    "th": ["colspan", "rowspan", "headers", "scope", "abbr"],
    "ol": ["start", "reversed", "type"], "li": ["value"], "details": ["open", "name"],
    "time": ["datetime"], "del": ["datetime"], "ins": ["datetime"], "data": ["value"],
  ]
  /// The attributes that lead to a file or a page.
  static let addresses: Set<String> = ["href", "src", "srcset", "poster"]

  /// Whether a browser loads what an attribute leads to with the page; a link waits for its reader.
  static func isLoaded(_ attribute: String) -> Bool {
    addresses.contains(attribute) && attribute != "href"
  }
  /// The elements that play what they lead to, or what those inside them lead to.
  static let playing: Set<String> = ["audio", "video"]

  /// The elements that the start of another ends, those whose end tags people leave out.
  static func elements(endedBy name: String) -> Set<String> {
    switch name {
    case "li": ["li"]
    case "dt", "dd": ["dt", "dd"]
    case "td", "th": ["td", "th"]
    case "tr": ["td", "th", "tr"]
    case "thead", "tbody", "tfoot": ["td", "th", "tr", "thead", "tbody", "tfoot"]
    case _ where blockElements.contains(name): ["p"]
    default: []
    }
  }

  /// Whether an element may have an attribute.
  static func allows(_ attribute: String, on element: String) -> Bool {
    globalAttributes.contains(attribute) || attributes[element]?.contains(attribute) == true
  }
}
