import ByteCoding
import ContentModel
import SiteLoading

extension ElementHashes {
  /// Hashes the elements of a site by what names them.
  package init(_ commons: LinkedSite, _ connections: Connections) {
    self.init(
      sheets: commons.site.sheets.map { sheet in StableHash.of { $0.add(sheet.path) } },
      tags: commons.allTerms.map { tag in
        StableHash.of { hasher in
          hasher.add(tag.key)
          hasher.add(tag.label)
        }
      },
      terms: connections.terms.map { term in
        StableHash.of { hasher in
          hasher.add(term.vocabulary)
          hasher.add(term.term)
        }
      })
  }
}
