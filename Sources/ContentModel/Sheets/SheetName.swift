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
    var parts = path.split(separator: "/").map(String.init)
    var name = parts.popLast() ?? ""
    if let (stem, _) = Self.split(name) { name = stem }
    if let (stem, ending) = Self.split(name), LanguageTag.isKnown(ending) {
      language = ending
      name = stem
    } else {
      language = nil
    }
    isIndex = name == "index" || name == "_index"
    if parts.last == "_posts", let date = CalendarDate(iso: name.prefix(10)),
      name.dropFirst(10).first == "-", name.count > 11
    {
      self.date = date
      parts[parts.count - 1] = "posts"
      name = String(name.dropFirst(11))
    } else {
      date = nil
    }
    id = (isIndex ? parts : parts + [name]).joined(separator: "/")
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
    for name in names {
      var folder = name.id[...]
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

  /// Cuts a name at its last dot; nothing when there is none, or when nothing is before or after.
  static func split(_ name: String) -> (stem: String, ending: String)? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return nil
    }
    return (String(name[..<dot]), String(name[name.utf8.index(after: dot)...]))
  }

  /// A title for a sheet that has none: « world-cafe » gives « World cafe ».
  var title: String {
    let name = id.split(separator: "/").last.map(String.init) ?? ""
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
