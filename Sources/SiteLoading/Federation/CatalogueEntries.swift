import ContentModel

/// The sheets of a catalogue, found and not read yet, so that several workers may read them.
struct CatalogueEntries: Sendable {
  /// How many entries are read together.
  private static let partSize = 64
  /// The longest entry that is read, in bytes.
  private static let maxEntryLength = 1 << 20

  /// What the catalogue says besides.
  let members: [String: DataValue]
  /// How many entries it has, those that are not found included.
  let count: Int
  private let bytes: [UInt8]
  private let places: [Range<Int>]

  /// Finds the entries of a catalogue; nil when the bytes are not a JSON object in UTF-8 with a list
  /// `sheets`.
  ///
  /// - Parameter limit: The most entries that are found.
  /// - Complexity: O(*n*) in the length of the bytes.
  init?(_ bytes: [UInt8], atMost limit: Int) {
    // What some programs put before UTF-8 is no part of it (RFC 8259, section 8.1).
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    guard (try? UTF8Span(validating: bytes.span)) != nil,
      let found = try? JSONReader.read(
        bytes, listing: "sheets", atMost: limit,
        beside: ["title", "publisher", "licence", "base_url", "pictures", "links"]),
      case .list? = found.members["sheets"]
    else { return nil }
    members = found.members
    count = found.count
    places = found.elements
    self.bytes = bytes
  }

  /// How many parts the entries are read in.
  var partCount: Int { (places.count + Self.partSize - 1) / Self.partSize }

  /// Reads a part of the entries, without the home pages of the site, which are no sheets that others take.
  ///
  /// - Parameter take: Is called once an entry, in the order of the catalogue: with its sheet, or with nil
  ///   when the entry lacks an id, a title or an address, or is too long.
  /// - Throws: `JSONReader.Problem` where an entry is no JSON.
  func sheets<Taken>(ofPart part: Int, _ take: (ForeignSheet?) -> Taken) throws -> [Taken] {
    let start = part * Self.partSize
    // One after another, so that one alone is held.
    return try places[start..<min(start + Self.partSize, places.count)].compactMap { place in
      guard place.count <= Self.maxEntryLength else { return take(nil) }
      let entry = try JSONReader.read(bytes, at: place)
      return entry.isHomePage ? nil : take(ForeignSheet(entry))
    }
  }
}

extension DataValue {
  /// Whether it is the entry of the home page, or of a translation of that.
  fileprivate var isHomePage: Bool {
    guard case .object(let members) = self else { return false }
    return members["id"] == .text("") || members["translation_of"] == .text("")
  }
}
