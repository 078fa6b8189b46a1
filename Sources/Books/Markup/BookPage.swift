import PageAudit

/// A page of the site as a chapter of a book: what of it stays, and where it can be linked to.
package struct BookPage: Sendable {
  /// The path of the page, such as `methodes/world-cafe/index.html`.
  package let path: String
  let markup: PageMarkup
  /// The elements that hold the text, in their order.
  let roots: [Int]
  /// What becomes of each element.
  let fates: [BookElement]
  /// The ids of what stays, under the names that they have in the book.
  let ids: [String: String]
  /// Whether there is a heading of the first rank.
  let hasTitle: Bool

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - page: HTML in UTF-8.
  ///   - path: Where the site has it.
  ///   - prefix: What the ids in the book start with, so that no two pages share one.
  ///   - rootClass: The class of the element that holds the text; by default that is `main`.
  package init(_ page: [UInt8], path: String, prefix: String, rootClass: String? = nil) {
    self.path = path
    let markup = PageMarkup(parsing: page)
    self.markup = markup
    fates = markup.elements.map(BookElement.init)
    roots = Self.roots(of: markup, rootClass)
    (ids, hasTitle) = Self.kept(of: markup, roots, fates, prefix: prefix)
  }

  /// Finds the elements that hold the text: `main`, and what the theme puts after it for books.
  private static func roots(of markup: PageMarkup, _ rootClass: String?) -> [Int] {
    let elements = markup.elements
    if let rootClass {
      return elements.indices.first { elements[$0]["class"] == rootClass }.map { [$0] } ?? []
    }
    guard
      let first = elements.firstIndex(where: { $0.name == "main" })
        ?? elements.firstIndex(where: { $0.name == "body" })
    else { return [] }
    var roots = [first]
    var end = elements[first].end
    for index in elements.indices
    where index >= end && elements[index][BookElement.inclusion] != nil {
      roots.append(index)
      end = elements[index].end
    }
    return roots
  }

  /// Finds the ids of what stays, and gives each a name that XML takes.
  private static func kept(
    of markup: PageMarkup, _ roots: [Int], _ fates: [BookElement], prefix: String
  ) -> (ids: [String: String], hasTitle: Bool) {
    var (ids, taken, hasTitle): ([String: String], Set<String>, Bool) = ([:], [], false)
    for root in roots {
      var index = root
      while index < markup.elements[root].end {
        let element = markup.elements[index]
        switch fates[index] {
        case .omitted:
          index = element.end
          continue
        case .kept(let name):
          if name == "h1" { hasTitle = true }
          let id = element["id"] ?? (element.name == "a" ? element["name"] : nil)
          if let id, !id.isEmpty, ids[id] == nil {
            let plain = prefix + "-" + String(decoding: id.utf8.map(nameByte), as: UTF8.self)
            var name = plain
            var number = 2
            while !taken.insert(name).inserted {
              name = plain + "-\(number)"
              number += 1
            }
            ids[id] = name
          }
        case .unwrapped, .box, .embedded: break
        }
        index += 1
      }
    }
    return (ids, hasTitle)
  }

  /// A byte of a name of XML: letters of other scripts go, and with them what differs from one version
  /// of XML to another.
  private static func nameByte(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      byte
    default: UInt8(ascii: "_")
    }
  }
}
