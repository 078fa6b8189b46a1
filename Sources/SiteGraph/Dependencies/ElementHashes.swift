import ByteCoding
package import ContentModel

/// The hashes of the sheets, the tags and the terms of a site, which do not depend on their order; after the
/// tags come the words of other taxonomies.
package struct ElementHashes: Sendable {
  package let sheets: [UInt64]
  package let tags: [UInt64]
  private let terms: [UInt64]

  init(sheets: [UInt64], tags: [UInt64], terms: [UInt64]) {
    self.sheets = sheets
    self.tags = tags
    self.terms = terms
  }

  /// Returns the hash of the sheets related to another, and of why they are.
  package func hash(of neighbours: [RelatedSheets.Neighbour]) -> UInt64 {
    StableHash.of { hasher in
      for neighbour in neighbours {
        hasher.add(sheets[neighbour.sheet])
        switch neighbour.reason {
        case .tag(let tag): hasher.add(tags[tag])
        case .term(let term): hasher.add(terms[term])
        case .link: hasher.add(1)
        case .commonLink: hasher.add(2)
        }
      }
    }
  }
}
