import ContentModel
import TextEncoding

/// What another site says of its sheets: its `commons.json`.
package struct ForeignCatalogue {
  package static let fileName = "commons.json"
  /// The longest file that sheets are adopted from, in bytes.
  package static let largestSize = 32 << 20

  package let title: String
  package let licence: String?
  /// Where the site is published, with a slash at its end; nil when it does not say so.
  package let baseURL: String?
  package let sheets: [ForeignSheet]
  /// The published files of pictures, by their paths below the content folder.
  package let pictures: [String: String]
  /// The places of the sheets by their ids, by the last parts of those, and by their titles.
  private let places: (ids: [String: Int], names: [String: Int], titles: [String: Int])

  /// Reads a catalogue; nil when the bytes are not one.
  package init?(_ bytes: [UInt8]) {
    var sheets: [ForeignSheet] = []
    guard
      let members = Self.members(
        of: bytes,
        each: { sheet in
          if let sheet { sheets.append(sheet) }
          return true
        })
    else { return nil }
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
    if case .object(let files)? = members["pictures"] {
      pictures = files.compactMapValues(\.plainText)
    } else {
      pictures = [:]
    }
  }

  /// Reads a catalogue sheet by sheet; nil when the bytes are not one.
  ///
  /// - Parameter take: Takes a sheet, nil for an entry that is none; returns whether there may be more.
  /// - Returns: What the catalogue says besides.
  /// - Complexity: O(*n*) in the length of the bytes; holds one sheet beside them.
  static func members(
    of bytes: [UInt8], each take: (ForeignSheet?) -> Bool
  ) -> [String: DataValue]? {
    guard (try? UTF8Span(validating: bytes.span)) != nil,
      let members = try? JSONReader.read(
        bytes, each: "sheets",
        { value in
          // The home page of a site is no sheet that others take.
          if case .object(let members) = value, members["id"] == .text("") { return true }
          return take(ForeignSheet(value))
        }),
      case .list? = members["sheets"]
    else { return nil }
    return members
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

  /// Returns the sheet with an id.
  package func sheet(withID id: String) -> ForeignSheet? { places.ids[id].map { sheets[$0] } }

  /// Returns the sheet that a name means: its id, the end of it, or its title.
  package func sheet(named name: String) -> ForeignSheet? {
    let name = name.hasSuffix("/") ? String(name.dropLast()) : name
    let place = places.ids[name] ?? places.names[name] ?? places.titles[Slug.make(from: name)]
    return name.isEmpty ? nil : place.map { sheets[$0] }
  }
}
