import PageAudit
import TextEncoding

/// The attributes that an element has in a book.
struct BookAttributes {
  let values: [(String, String)]

  /// - Parameter ids: The ids of the page that stay, under their names in the book.
  init(_ element: MarkupElement, ids: [String: String]) {
    var values: [(String, String)] = []
    for (name, value) in element.attributes {
      let value = value ?? ""
      switch name {
      case "id":
        if let id = ids[value], !values.contains(where: { $0.0 == "id" }) {
          values.append(("id", id))
        }
      case "name":
        if element.name == "a", element["id"] == nil, let id = ids[value] {
          values.append(("id", id))
        }
      case "lang", "xml:lang":
        guard !value.isEmpty, !values.contains(where: { $0.0 == "lang" }) else { continue }
        values += [("lang", value), ("xml:lang", value)]
      case "headers", "aria-labelledby", "aria-describedby", "aria-owns":
        let known = value.split(whereSeparator: \.isWhitespace).compactMap { ids[String($0)] }
        if !known.isEmpty { values.append((name, known.joined(separator: " "))) }
      case "href", "xlink:href":
        // Links are followed elsewhere; a drawing may use its own parts.
        guard element.isInDrawing, value.hasPrefix("#"), let id = ids[String(value.dropFirst())]
        else { continue }
        values.append((name, "#" + id))
      case _ where element.isInDrawing || element.name == "svg":
        if Self.isSafeInDrawing(name) { values.append((name, Self.ownParts(value, ids))) }
      case "class" where BookAttributes.renamedClass(element) != nil: continue
      case _ where Self.isKept(name, of: element.name): values.append((name, value))
      default: continue
      }
    }
    self.values = values
  }

  /// Returns the class that says what an element was that has another name in a book.
  static func renamedClass(_ element: MarkupElement) -> String? {
    guard ["summary", "legend"].contains(element.name) else { return nil }
    return element.name
  }

  private static func isKept(_ name: String, of element: String) -> Bool {
    if let own = attributes[element], own.contains(name) { return true }
    if name.hasPrefix("aria-") { return !statesOfScreen.contains(name) }
    return global.contains(name)
  }

  /// A drawing keeps what draws; what runs, and what would be asked of another origin, goes.
  private static func isSafeInDrawing(_ name: String) -> Bool {
    !name.hasPrefix("on") && !name.hasPrefix("data-") && !name.hasPrefix("xmlns")
      && !["tabindex", "style", "src"].contains(name) && !name.contains(":")
  }

  /// Returns a value of a drawing with the names of its own parts as the book has them: `url(#a)`.
  private static func ownParts(_ value: String, _ ids: [String: String]) -> String {
    guard value.hasPrefix("url(#"), let end = value.firstIndex(of: ")"),
      let id = ids[String(value[value.index(value.startIndex, offsetBy: 5)..<end])]
    else { return value }
    return "url(#\(id))" + value[value.index(after: end)...]
  }

  private static let global: Set<String> = ["class", "dir", "role", "title"]

  private static let statesOfScreen: Set<String> = [
    "aria-atomic", "aria-busy", "aria-controls", "aria-current", "aria-expanded", "aria-haspopup",
    "aria-live", "aria-pressed", "aria-selected",
  ]

  private static let attributes: [String: Set<String>] = [
    "a": ["hreflang", "rel", "type"], "bdo": ["dir"], "blockquote": [], "col": ["span"],
    "colgroup": ["span"], "data": ["value"], "del": ["datetime"], "img": ["height", "width"],
    "ins": ["datetime"], "li": ["value"], "ol": ["reversed", "start", "type"],
    "td": ["colspan", "rowspan"], "th": ["abbr", "colspan", "rowspan", "scope"],
    "time": ["datetime"],
  ]
}
