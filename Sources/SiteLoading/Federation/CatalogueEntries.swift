import ContentModel

/// The sheets of a catalogue, found and not read yet, so that several workers may read them.
struct CatalogueEntries: Sendable {
  /// How many entries are read together.
  private static let partSize = 64

  /// What the catalogue says besides.
  let members: [String: DataValue]
  /// How many entries it has, those that are not found included.
  let count: Int
  private let bytes: [UInt8]
  private let places: [Range<Int>]

  /// Finds the entries of a catalogue; nil when the bytes are not one.
  ///
  /// - Parameter limit: The most entries that are found.
  /// - Complexity: O(*n*) in the length of the bytes.
  init?(_ bytes: [UInt8], atMost limit: Int) {
    guard (try? UTF8Span(validating: bytes.span)) != nil,
      let found = try? JSONReader.read(bytes, listing: "sheets", atMost: limit),
      case .list? = found.members["sheets"]
    else { return nil }
    members = found.members
    count = found.count
    places = found.elements
    self.bytes = bytes
  }

  /// How many parts the entries are read in.
  var partCount: Int { (places.count + Self.partSize - 1) / Self.partSize }

  /// Reads a part of the entries, without the home page of the site, which is no sheet that others take.
  ///
  /// - Returns: The sheets, in order; nil for an entry that is none.
  /// - Throws: `JSONReader.Problem` where an entry is no JSON.
  func sheets(ofPart part: Int) throws -> [ForeignSheet?] {
    let start = part * Self.partSize
    let values = try places[start..<min(start + Self.partSize, places.count)].map {
      try JSONReader.read(bytes, at: $0)
    }
    return values.filter { !$0.isHomePage }.map(ForeignSheet.init)
  }
}

extension DataValue {
  fileprivate var isHomePage: Bool {
    if case .object(let members) = self { members["id"] == .text("") } else { false }
  }
}
