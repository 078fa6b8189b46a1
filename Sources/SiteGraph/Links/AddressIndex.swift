import Calendars
import ContentModel
import TextEncoding

/// The sheets of a site by the addresses at which they are, and were, published.
struct AddressIndex: Sendable {
  private var published: [String: Int] = [:]
  private var former: [String: Int] = [:]
  /// The same without regard to letter case, spaces and accents, as other tools write addresses.
  private var folded: [String: Int] = [:]
  /// The same without the numbers that order files, as `2-` in `2-atelier.md`; nil for several sheets.
  private var unnumbered: [String: Int?] = [:]

  /// Gathers the addresses of sheets.
  ///
  /// - Parameter folders: The published folder of each sheet.
  /// - Complexity: O(*n*) in the number of addresses.
  init(_ sheets: [Sheet], folders: [String]) {
    for (index, folder) in folders.enumerated() {
      let path = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
      published[path] = index
      add(path, of: index)
    }
    for (index, sheet) in sheets.enumerated() {
      for alias in sheet.aliases where alias.query == nil {
        let path = Self.page(alias.path)
        if former[path] == nil { former[path] = index }
        add(path, of: index)
      }
      add(sheet.id, of: index)
      if let address = Self.address(ofDated: sheet.id) { add(address, of: index) }
    }
  }

  private mutating func add(_ path: String, of index: Int) {
    let key = Self.fold(path)
    if folded[key] == nil { folded[key] = index }
    let bare = Self.fold(path, isNumbered: false)
    if bare != key {
      let known = unnumbered[bare]
      unnumbered.updateValue(known == nil || known == index ? index : nil, forKey: bare)
    }
  }

  /// Returns the sheet at an address, or that was there; the address has neither `index.html` nor
  /// `.html` at its end.
  func sheet(at path: String) -> Int? {
    if let sheet = published[path] ?? former[path] { return sheet }
    let key = Self.fold(path)
    return folded[key] ?? unnumbered[key] ?? nil
  }

  /// Returns the address of a page without what servers add to it: `index.html`, `.html`, `.htm`.
  static func page(_ path: String) -> String {
    for ending in ["/index.html", "/index.htm", ".html", ".htm"] where path.hasSuffix(ending) {
      return path == "index" + ending ? "" : String(path.dropLast(ending.count))
    }
    return path
  }

  /// Returns the address at which Docusaurus and Gatsby publish a file that is named after a day:
  /// `blog/2018/03/27/essai` for `blog/2018-03-27-essai`; nil for other names.
  private static func address(ofDated id: String) -> String? {
    let name = id.lastName
    guard name.utf8.count > 11, CalendarDate(iso: name.prefix(10)) != nil,
      name.dropFirst(10).first == "-"
    else { return nil }
    return id[..<name.startIndex] + name.prefix(10).replacing("-", with: "/") + "/"
      + name.dropFirst(11)
  }

  private static func fold(_ path: String, isNumbered: Bool = true) -> String {
    path.split(separator: "/").map { part in
      let part = isNumbered ? part : withoutNumber(part)
      let key = Slug.make(from: String(part))
      return key.isEmpty ? String(part) : key
    }.joined(separator: "/")
  }

  /// Returns a name without the digits that start it, when a sign parts them from a word.
  private static func withoutNumber(_ name: Substring) -> Substring {
    let word = name.drop { $0.isASCII && ($0.isNumber || "-_. ".contains($0)) }
    let number = name[..<word.startIndex]
    guard let last = number.last, let first = number.first, first.isNumber, !last.isNumber,
      !word.isEmpty
    else { return name }
    return word
  }
}
