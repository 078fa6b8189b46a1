public import Calendars

/// What the path of a file says of the sheet in it.
public struct SheetName: Sendable, Hashable {
  /// The id of the sheet.
  public let id: String
  /// Whether it is the own page of a folder of sheets.
  public private(set) var isIndex: Bool
  /// The day that the name starts with, as Jekyll has it in `_posts`.
  public let date: CalendarDate?
  /// The language that the name ends in, as a BCP 47 tag: `br` for `world-cafe.br.md`.
  public let language: String?

  /// Reads a path.
  ///
  /// `index.md`, and Hugo's `_index.md`, stand for their folder.
  ///
  /// - Parameter path: The path below the content folder, with `/` between its parts.
  public init(path: String) {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:))
    var folder = String(path[..<(start ?? path.startIndex)])
    var name = path[(start ?? path.startIndex)...]
    if let (stem, _) = Self.split(name) { name = stem }
    if let (stem, ending) = Self.split(name), LanguageTag.isKnown(String(ending)) {
      language = String(ending)
      name = stem
    } else {
      language = nil
    }
    isIndex = name == "index" || name == "_index"
    if folder == "_posts/" || folder.hasSuffix("/_posts/"),
      let date = CalendarDate(iso: name.prefix(10)), name.dropFirst(10).first == "-",
      name.count > 11
    {
      self.date = date
      folder = folder.dropLast("_posts/".count) + "posts/"
      name = name.dropFirst(11)
    } else {
      date = nil
    }
    id = isIndex ? String(folder.dropLast()) : folder + name
  }

  /// Reads the paths of all sheets of a site.
  ///
  /// A folder may hold one sheet, its `index.md`, with its pictures beside it: that is a sheet of the
  /// folder above, and not the own page of a folder of sheets.
  ///
  /// - Complexity: O(*n*) in the number of paths.
  public static func all(in paths: [String]) -> [SheetName] {
    var names = paths.map { SheetName(path: $0) }
    var foldersOfSheets: Set<String> = []
    var last: Substring = ""
    for name in names {
      var folder = name.id[...]
      // Files that follow one another mostly lie in one folder.
      let own = folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { folder[..<$0] } ?? ""
      if own == last { continue }
      last = own
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        guard foldersOfSheets.insert(String(folder)).inserted else { break }
      }
    }
    for (index, path) in paths.enumerated()
    where names[index].isIndex && !names[index].id.isEmpty && !path.contains("/_index.") {
      names[index].isIndex = foldersOfSheets.contains(names[index].id)
    }
    return names
  }

  /// Cuts a name at its last dot; nothing when there is none, or nothing before it.
  static func split(_ name: Substring) -> (stem: Substring, ending: Substring)? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return nil
    }
    return (name[..<dot], name[name.utf8.index(after: dot)...])
  }

  /// A title for a sheet that has none: « world-cafe » gives « World cafe ».
  var title: String {
    let name = id.split(separator: "/").last.map(String.init) ?? ""
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
