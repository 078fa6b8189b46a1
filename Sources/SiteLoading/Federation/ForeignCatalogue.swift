import ContentModel
import TextEncoding

/// What another site says of its sheets: its `commons.json`.
package struct ForeignCatalogue {
  package static let fileName = "commons.json"
  /// The longest file that sheets are adopted from, in bytes.
  package static let largestSize = 32 << 20
  /// The most entries that such a file has.
  private static let maxSheets = 1_000_000

  package let title: String
  /// Who signs the sheets that name no author.
  package let publisher: String
  package let licence: String?
  /// Where the site is published, with a slash at its end; nil when it does not say so.
  package let baseURL: String?
  package let sheets: [ForeignSheet]
  /// The published files of pictures, by their paths below the content folder.
  package let pictures: [String: String]
  /// The sheets that those of an archive lead to, and that it does not hold.
  package let links: [Target]
  /// The places of the sheets by their ids, by the last parts of those, and by their titles.
  private let places: (ids: [String: Int], names: [String: Int], titles: [String: Int])
  /// Where the links of its sheets lead.
  private let targets: (all: [Target], places: [String: Int])

  /// A sheet that others lead to.
  package struct Target {
    package let id: String
    package let title: String
    /// The address of its page, as the catalogue writes it.
    package let url: String
    /// The file of its source below the content folder of its site.
    fileprivate let file: String
  }

  /// Reads a catalogue; nil when the bytes are not one.
  package init?(_ bytes: [UInt8]) {
    guard let entries = CatalogueEntries(bytes, atMost: Self.maxSheets),
      entries.count <= Self.maxSheets,
      let parts = try? (0..<entries.partCount).map({ try entries.sheets(ofPart: $0) { $0 } })
    else { return nil }
    let (members, sheets) = (entries.members, parts.joined().compactMap(\.self))
    baseURL = Self.baseURL(members)
    title = members.text("title") ?? ""
    licence = members.text("licence")
    self.sheets = sheets
    func index(_ key: (ForeignSheet) -> String) -> [String: Int] {
      Dictionary(sheets.enumerated().map { (key($1), $0) }, uniquingKeysWith: { first, _ in first })
    }
    places = (
      index(\.id), index { String($0.id.split(separator: "/").last ?? "") },
      index { Slug.make(from: $0.title) }
    )
    publisher = members.text("publisher") ?? title
    links = members.list("links").compactMap(Target.init)
    let all = sheets.map(Target.init) + links
    // A file or an id says more than the end of one, and that more than a title.
    let names: [(Target) -> String] = [
      \.file, \.id, { $0.id.split(separator: "/").last.map(String.init) ?? "" },
      { Slug.make(from: $0.title) },
    ]
    var known: [String: Int] = [:]
    for name in names {
      for (place, target) in all.enumerated() where known[name(target)] == nil {
        known[name(target)] = place
      }
    }
    targets = (all, known)
    if case .object(let files)? = members["pictures"] {
      pictures = files.compactMapValues(\.plainText)
    } else {
      pictures = [:]
    }
  }

  /// The address of the site that a catalogue names.
  static func baseURL(_ members: [String: DataValue]) -> String? {
    let address = members.text("base_url").map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    return address.flatMap { $0.wholeMatch(of: /(?i)https?:\/\/[^\s<>"]+/) == nil ? nil : $0 }
  }

  /// Returns an address of the catalogue relative to the root of its site.
  package func relative(_ address: String) -> String {
    guard let baseURL, address.hasPrefix(baseURL) else { return address }
    return String(address.dropFirst(baseURL.count))
  }

  /// Returns the whole address of a page; nil when the site does not say where it is.
  package func whole(_ address: String) -> String? {
    if address.hasPrefix("https://") || address.hasPrefix("http://") { return address }
    return baseURL.map { $0 + address }
  }

  /// Returns the sheet that a link means: its file, its id, the end of it, or its title.
  package func target(named name: String) -> Target? {
    let name = name.hasSuffix("/") ? String(name.dropLast()) : name
    guard !name.isEmpty else { return nil }
    let place = targets.places[name] ?? targets.places[Slug.make(from: name)]
    return place.map { targets.all[$0] }
  }

  /// Returns the sheet whose source lies at a path below the content folder, or whose page does.
  package func target(at path: String) -> Target? {
    let bare = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    let id = bare.hasSuffix("/index") ? String(bare.dropLast(6)) : bare
    for name in [path, bare + ".md", bare + "/index.md", id] {
      guard let target = targets.places[name].map({ targets.all[$0] }) else { continue }
      if target.file == name || target.id == name { return target }
    }
    return nil
  }

  /// Returns the sheet that a name means: its id, the end of it, or its title.
  package func sheet(named name: String) -> ForeignSheet? {
    let name = name.hasSuffix("/") ? String(name.dropLast()) : name
    let place = places.ids[name] ?? places.names[name] ?? places.titles[Slug.make(from: name)]
    return name.isEmpty ? nil : place.map { sheets[$0] }
  }
}

extension ForeignCatalogue.Target {
  fileprivate init(_ sheet: ForeignSheet) {
    self.init(id: sheet.id, title: sheet.title, url: sheet.url, file: sheet.file)
  }

  fileprivate init?(_ value: DataValue) {
    guard case .object(let members) = value, let id = members.text("id"),
      let title = members.text("title"), let url = members.text("url")
    else { return nil }
    self.init(id: id, title: title, url: url, file: members.text("file") ?? id + ".md")
  }
}
