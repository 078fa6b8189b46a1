public import Calendars
import Diagnostics
import TextEncoding

/// What the path of a file says of the sheet in it.
public struct SheetName: Sendable, Hashable {
  /// The id of the sheet.
  public let id: String
  /// Whether it is the own page of a folder of sheets.
  public private(set) var isIndex: Bool
  /// Whether its file has the name of a page, though it is the own page of the folder beside it.
  public private(set) var liesBesideFolder = false
  /// The day that the name starts with, as Jekyll has it in `_posts`, and others anywhere.
  public private(set) var date: CalendarDate?
  /// The language that the name ends in, or the folder that it lies in, as a BCP 47 tag: `br` for
  /// `world-cafe.br.md`.
  public let language: String?

  /// The endings of files of Markdown, in small letters.
  public static let fileEndings = [
    ".md", ".markdown", ".mdx", ".qmd", ".rmd", ".mkd", ".mkdn", ".mdown",
  ]

  /// Reads a path.
  ///
  /// `index.md`, and Hugo's `_index.md`, stand for their folder.
  ///
  /// - Parameters:
  ///   - path: The path below the content folder, with `/` between its parts.
  ///   - languages: The languages of the site that a folder of the content may be for.
  public init(path: String, languages: [String] = []) {
    self.init(path: path, languages: languages, endsInLanguage: true, isReadme: false)
  }

  /// - Parameters:
  ///   - endsInLanguage: Whether two letters at the end of the name may be a language.
  ///   - isReadme: Whether `README` is the page of its folder.
  private init(path: String, languages: [String], endsInLanguage: Bool, isReadme: Bool) {
    let (named, path) = Self.language(of: path, among: languages)
    var folder = String(path[..<path.nameStart])
    var name = path.lastName
    if let (stem, _) = Self.split(name) { name = stem }
    // Middleman writes the page `a.html` from `a.html.md`.
    if name.hasSuffix(".html"), name.utf8.count > 5 { name = name.dropLast(5) }
    if let named {
      language = named
    } else if endsInLanguage, let (stem, ending) = Self.split(name),
      LanguageTag.isKnown(String(ending))
    {
      language = String(ending)
      name = stem
    } else {
      language = nil
    }
    isIndex = name == "index" || name == "_index" || (isReadme && Self.isReadme(name))
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
    if folder.hasPrefix("_") || folder.contains("/_") {
      // Jekyll publishes `_docs/a.md` below `docs/`.
      folder = folder.split(separator: "/").map { part in
        (part == "_posts" ? part : part.drop { $0 == "_" }) + "/"
      }.joined()
    }
    id = isIndex ? String(folder.dropLast()) : folder + name
  }

  /// Cuts the folder of a language off a path; a language is written in capitals or not.
  private static func language(
    of path: String, among languages: [String]
  ) -> (language: String?, rest: Substring) {
    guard !languages.isEmpty, let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      return (nil, path[...])
    }
    let folder = path[..<slash].lowercased()
    guard let language = languages.first(where: { $0.lowercased() == folder }) else {
      return (nil, path[...])
    }
    return (language, path[path.utf8.index(after: slash)...])
  }

  /// Reads the paths of all sheets of a site.
  ///
  /// A folder may hold one sheet, its `index.md`, with its pictures beside it: that is a sheet of the
  /// folder above, and not the own page of a folder of sheets. A folder without a page of its own has
  /// that of the file of its name beside it, or else its `README.md`.
  ///
  /// - Parameters:
  ///   - paths: The paths below the content folder.
  ///   - languages: The languages of the site that a folder of the content may be for.
  ///   - readsDays: Whether the day that a name starts with is that of the sheet, in whatever folder:
  ///     Docusaurus, Eleventy and Hugo read `blog/2023-03-20-news.md` so.
  /// - Complexity: O(*n*) in the number of paths.
  public static func all(
    in paths: [String], languages: [String] = [], readsDays: Bool = false
  ) -> [SheetName] {
    var names = paths.map { SheetName(path: $0, languages: languages) }
    readLanguages(of: &names, in: paths, languages)
    let foldersOfSheets = foldersOfSheets(names)
    for (index, path) in paths.enumerated()
    where names[index].isIndex && !names[index].id.isEmpty && !path.contains("/_index.") {
      names[index].isIndex = foldersOfSheets.contains(names[index].id)
    }
    takePagesBeside(foldersOfSheets, for: &names, in: paths, languages)
    if readsDays {
      for index in names.indices where names[index].date == nil {
        names[index].date = day(startingNameOf: names[index].id)?.day
      }
    }
    return names
  }

  /// Every folder that holds a sheet, in it or in a folder of it.
  private static func foldersOfSheets(_ names: [SheetName]) -> Set<String> {
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
    return foldersOfSheets
  }

  /// Gives folders without a page of their own the page beside them, or else their `README`.
  private static func takePagesBeside(
    _ foldersOfSheets: Set<String>, for names: inout [SheetName], in paths: [String],
    _ languages: [String]
  ) {
    let areIndexFiles = paths.map(isIndexFile)
    let indexIDs = Set(zip(names, areIndexFiles).lazy.filter { $1 }.map { name, _ in name.id })
    var beside: Set<String> = []
    for index in names.indices where !areIndexFiles[index] && !names[index].isReadme {
      guard foldersOfSheets.contains(names[index].id), !indexIDs.contains(names[index].id) else {
        continue
      }
      names[index].isIndex = true
      names[index].liesBesideFolder = true
      beside.insert(names[index].id)
    }
    var readmes: [Int] = []
    for index in names.indices where names[index].isReadme {
      let isMarked = names[index].endsInLanguage(paths[index])
      let readme = SheetName(
        path: paths[index], languages: languages, endsInLanguage: isMarked, isReadme: true)
      guard !indexIDs.contains(readme.id), !beside.contains(readme.id) else { continue }
      names[index] = readme
      readmes.append(index)
    }
    guard !readmes.isEmpty else { return }
    // Alone in its folder, it is a sheet of the folder above, as `index.md` is.
    let others = Self.foldersOfSheets(names)
    for index in readmes where !names[index].id.isEmpty {
      names[index].isIndex = others.contains(names[index].id)
    }
  }

  private static func isIndexFile(_ path: String) -> Bool {
    let name = path.lastName.utf8.prefix { $0 != UInt8(ascii: ".") }
    return name.elementsEqual("index".utf8) || name.elementsEqual("_index".utf8)
  }

  private static func isReadme(_ name: Substring) -> Bool {
    name.utf8.count == 6 && name.uppercased() == "README"
  }

  private var isReadme: Bool { Self.isReadme(id.lastName) }

  /// Whether the name of the file, and no folder, says the language.
  ///
  /// - Parameter path: The path of the file.
  package func endsInLanguage(_ path: String) -> Bool {
    guard let language, let (stem, _) = Self.split(path[...]) else { return false }
    return stem.hasSuffix("." + language)
  }

  /// Cuts a name at its last dot; nil for a name without a dot, or with one at its start alone.
  static func split(_ name: Substring) -> (stem: Substring, ending: Substring)? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return nil
    }
    return (name[..<dot], name[name.utf8.index(after: dot)...])
  }

  /// The day that the last part of an id starts with, and what comes after it.
  private static func day(startingNameOf id: String) -> (day: CalendarDate, rest: Substring)? {
    let name = id.lastName
    guard name.utf8.count > 11, let day = CalendarDate(iso: name.prefix(10)) else { return nil }
    let rest = name.dropFirst(10)
    guard let sign = rest.first, "-_ ".contains(sign) else { return nil }
    let words = rest.drop { "-_ ".contains($0) }
    return words.isEmpty ? nil : (day, words)
  }

  /// A title for a sheet that has none: « world-cafe » gives « World cafe ».
  ///
  /// A name with spaces is a title as it is typed. The day of the sheet is not in its title.
  var title: String {
    var name = String(id.lastName)
    if let (day, rest) = Self.day(startingNameOf: id), day == date { name = String(rest) }
    if name.contains(" ") { return name }
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension SheetName {
  /// The most files whose names are compared with those of others for a letter that is missing.
  private static let maxCompared = 20

  /// Takes back the languages that no sheet of the site is in: `updown.io.md` is about a domain, not
  /// in Ido.
  ///
  /// A language is in use when the configuration lists it, or when a file that ends in it has a
  /// version in another language beside it.
  private static func readLanguages(
    of names: inout [SheetName], in paths: [String], _ languages: [String]
  ) {
    let marked = names.indices.filter { names[$0].endsInLanguage(paths[$0]) }
    guard !marked.isEmpty else { return }
    var counts: [String: Int] = [:]
    for name in names { counts[name.id, default: 0] += 1 }
    var used = Set(languages)
    for index in marked where counts[names[index].id] ?? 0 > 1 {
      used.formUnion(names[index].language.map { [$0] } ?? [])
    }
    let unused = marked.filter { names[$0].language.map { !used.contains($0) } ?? false }
    var originals: [String]?
    for (count, index) in unused.enumerated() {
      if count < maxCompared {
        let known = originals ?? names.filter { $0.language == nil }.map(\.id)
        originals = known
        // `world-caffe.br.md` beside `world-cafe.md` is a translation with a mistake in its name.
        if NearMiss.closest(to: names[index].id, among: known) != nil { continue }
      }
      // `a.br.en.md` beside `a.br.md` bears two languages.
      if let (stem, ending) = split(names[index].id[...]), used.contains(String(ending)),
        counts[String(stem)] != nil
      {
        continue
      }
      names[index] = SheetName(
        path: paths[index], languages: languages, endsInLanguage: false, isReadme: false)
    }
  }
}
