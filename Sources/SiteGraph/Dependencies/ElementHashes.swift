import SiteLoading
import ByteCoding
package import ContentModel

/// The hashes of the sheets, the tags and the terms of a site, which do not depend on their order.
package struct ElementHashes: Sendable {
  package let sheets: [UInt64]
  package let tags: [UInt64]
  private let terms: [UInt64]

  package init(_ commons: LinkedSite, _ connections: Connections) {
    sheets = commons.site.sheets.map { sheet in StableHash.of { $0.add(sheet.path) } }
    tags = commons.tagIndex.tags.map { tag in
      StableHash.of { print in
        print.add(tag.key)
        print.add(tag.label)
      }
    }
    terms = connections.terms.map { term in
      StableHash.of { print in
        print.add(term.vocabulary)
        print.add(term.term)
      }
    }
  }

  /// Returns the hash of the sheets related to another, and of why they are.
  package func fingerprint(of neighbours: [RelatedSheets.Neighbour]) -> UInt64 {
    StableHash.of { print in
      for neighbour in neighbours {
        print.add(sheets[neighbour.sheet])
        switch neighbour.reason {
        case .tag(let tag): print.add(tags[tag])
        case .term(let term): print.add(terms[term])
        case .link: print.add(1)
        case .commonLink: print.add(2)
        }
      }
    }
  }
}
