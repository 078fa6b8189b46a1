import PageAudit

/// What becomes of an element of a page in a book.
enum BookElement: Sendable {
  /// It is left out, with what is in it.
  case omitted
  /// It goes, and what is in it stays.
  case unwrapped
  /// It stays, under a name.
  case kept(String)
  /// A box that is ticked, or to tick on paper.
  case box(isTicked: Bool)
  /// A film, a sound, another page: a book says where it is.
  case embedded

  /// What a theme writes on an element that books leave out.
  static let omission = "data-hors-livre"
  /// What a theme writes on an element outside of the text of a page that books take.
  static let inclusion = "data-livre"

  /// Decides for an element.
  ///
  /// What is there for the screen alone goes: menus, buttons, scripts, what is hidden. A question keeps
  /// its words, and the box that an answer ticks.
  init(_ element: MarkupElement) {
    let says = { (name: String) in element[name] != nil }
    if says(Self.omission) || says("hidden") {
      self = .omitted
    } else if element.isInDrawing || element.name == "svg" {
      self = element.name == "script" ? .omitted : .kept(element.name)
    } else if Self.omittedNames.contains(element.name) || Self.isHeadingAnchor(element) {
      self = .omitted
    } else if Self.embeddedNames.contains(element.name) {
      self = .embedded
    } else if element.name == "input" {
      let kind = element["type"]?.lowercased()
      self =
        kind == "checkbox" || kind == "radio" ? .box(isTicked: says("checked")) : .omitted
    } else if let name = Self.renamedNames[element.name] {
      self = .kept(name)
    } else {
      self = Self.keptNames.contains(element.name) ? .kept(element.name) : .unwrapped
    }
  }

  /// The link of a heading to itself, as MarkdownRendering writes it.
  private static func isHeadingAnchor(_ element: MarkupElement) -> Bool {
    element.name == "a" && element["class"] == "ancre"
  }

  private static let omittedNames: Set<String> = [
    "area", "base", "button", "canvas", "datalist", "dialog", "head", "link", "map", "meta", "nav",
    "noscript", "param", "script", "select", "source", "style", "template", "textarea", "title",
    "track",
  ]

  private static let embeddedNames: Set<String> = ["audio", "embed", "iframe", "object", "video"]

  /// Elements that readers of books do not know, or that would be closed for ever.
  private static let renamedNames = [
    "details": "div", "fieldset": "div", "form": "div", "label": "span", "legend": "div",
    "main": "div", "menu": "ul", "search": "div", "summary": "div",
  ]

  private static let keptNames: Set<String> = [
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption",
    "cite", "code", "col", "colgroup", "data", "dd", "del", "dfn", "div", "dl", "dt", "em",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "i", "img", "ins", "kbd", "li", "mark", "math", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s",
    "samp", "section", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot",
    "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
  ]

  /// The elements that have no end tag of their own in XML as books write it.
  static let empty: Set<String> = ["br", "col", "hr", "img", "wbr"]
}
