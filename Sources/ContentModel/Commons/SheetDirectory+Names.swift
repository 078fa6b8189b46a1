import TextEncoding

extension SheetDirectory {
  /// What wiki links call sheets, besides their titles.
  struct Names: Sendable {
    let paths: PathIndex
    /// The sheets by the addresses that they had, and the other names that they bear.
    var aliases: [String: [Int]] = [:]
    var unpublished: [String: Unpublished] = [:]

    init(_ sheets: [Sheet], unpublished others: [(sheet: Sheet, reason: Unpublished)]) {
      paths = PathIndex(sheets.enumerated().flatMap { Self.paths(of: $1, at: $0) })
      for (index, sheet) in sheets.enumerated() {
        for alias in sheet.aliases {
          let key = Slug.make(from: alias.query ?? alias.path)
          if aliases[key]?.last != index { aliases[key, default: []].append(index) }
        }
      }
      for (sheet, reason) in others {
        for name in [sheet.title, sheet.id, String(sheet.id.lastName)] {
          let key = Slug.make(from: name)
          if unpublished[key] == nil { unpublished[key] = reason }
        }
      }
    }

    /// Returns the id of an original, and the path of its file where that is another.
    private static func paths(of sheet: Sheet, at index: Int) -> [(path: String, bearer: Int)] {
      let file = SheetDirectory.withoutExtension(sheet.path)
      let id = sheet.original == nil ? sheet.id : nil
      guard let id, !id.isEmpty else { return [(file, index)] }
      return file == id || file.hasSuffix("/" + id) ? [(id, index)] : [(id, index), (file, index)]
    }
  }

  /// What a wiki link leads to.
  public enum WikiMatch: Sendable, Hashable {
    /// A sheet, and the others that bear the same name, of which a few are told.
    case sheet(Int, others: [Int])
    /// A sheet that is not published, and why.
    case unpublished(Unpublished)
    /// No sheet.
    case nothing
  }

  /// Finds what `[[…]]` calls by a title, or else a path from the root, a file's name anywhere, the end
  /// of a path, or another name that a sheet bears; letter case does not count.
  ///
  /// A file of just this name goes before a title that differs by its signs or its accents. Of several, the
  /// nearest to a sheet is taken: the deepest folder that they share, then the order of paths.
  ///
  /// - Parameters:
  ///   - id: The id of the sheet that holds the link.
  ///   - filesFirst: Whether a file goes before any title, as in Obsidian.
  public func match(wiki name: String, near id: String, filesFirst: Bool = false) -> WikiMatch {
    // « C++ » and « C » are apart by their signs alone.
    let key = TagKey.key(of: name)
    let titled = (indicesByTitle[Slug.make(from: name)] ?? []).filter {
      TagKey.key(of: titles[$0]) == key
    }
    let isTitle = !filesFirst && titled.contains { titles[$0].lowercased() == name.lowercased() }
    if isTitle { return nearest(of: exact(titled, name), to: id) }
    let names = names.value
    let path = SitePath(Self.withoutExtension(name)[...], from: id[...])?.text ?? name
    let isRelative = name.hasPrefix("./") || name.hasPrefix("../")
    let whole =
      isRelative ? path : Self.withoutExtension(name).split(separator: "/").joined(separator: "/")
    let found = names.paths.bearers(of: whole, near: id)
    if let first = found.first { return .sheet(first, others: Array(found.dropFirst())) }
    if !titled.isEmpty { return nearest(of: exact(titled, name), to: id) }
    let slug = Slug.make(from: name)
    if let named = names.aliases[slug] { return nearest(of: named, to: id) }
    return names.unpublished[slug].map(WikiMatch.unpublished) ?? .nothing
  }

  /// Returns the sheet whose file or id is a path, whatever its letter case; nil when there are
  /// several.
  public func index(ofFolded path: String) -> Int? {
    let found = names.value.paths.bearers(ofWhole: Self.withoutExtension(path))
    return found.count == 1 ? found.first : nil
  }

  /// Returns the sheets whose file or id is a path, or else ends in it, the nearest to a sheet first; of
  /// many, a few.
  public func indices(endingIn path: String, near id: String) -> [Int] {
    names.value.paths.bearers(of: Self.withoutExtension(path), near: id)
  }

  private func nearest(of indices: [Int], to id: String) -> WikiMatch {
    guard let first = indices.first else { return .nothing }
    guard indices.count > 1 else { return .sheet(first, others: []) }
    // Sheets of one title are few, or are so many that nobody could mean one of them.
    let considered = indices.prefix(Self.maxConsidered)
    var folder = id[...]
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      let start = folder[...slash]
      folder = folder[..<slash]
      if let near = considered.first(where: { self.id(of: $0).hasPrefix(start) }) {
        return .sheet(near, others: considered.filter { $0 != near })
      }
    }
    return .sheet(first, others: Array(considered.dropFirst()))
  }

  /// How many sheets of one title are compared.
  private static let maxConsidered = 64

  /// Returns a path without the ending of the name of a sheet.
  static func withoutExtension(_ path: String) -> String {
    let name = path.lowercased()
    let ending = SheetName.fileEndings.first(where: name.hasSuffix)
    return String(path.dropLast(ending?.count ?? 0))
  }
}
