import ContentModel
import Formats
import SiteGraph
import SiteLoading

/// Makes the rules by which servers lead from the former addresses of sheets to their own.
struct SiteRedirects {
  let context: PageContext
  /// The pages of former addresses that are published, each of which has its address to itself.
  let pages: [(path: String, sheet: Int)]

  /// Returns the files that the site asks for, in their order.
  var files: [PublishedFile] {
    let asked = context.commons.declared.configuration.redirects
    let (moved, root) = (moved, context.baseURL?.path ?? "/")
    return RedirectForm.allCases.filter(asked.contains).map { form in
      let bytes =
        switch form {
        case .nginx: RedirectRules.nginx(moved, below: root)
        case .apache: RedirectRules.apache(moved, below: root)
        case .caddy: RedirectRules.caddy(moved, below: root)
        case .netlify: RedirectRules.netlify(moved, below: root)
        case .page: RedirectRules.script(moved, offline: context.options.isOffline)
        }
      return PublishedFile(path: form.fileName, bytes: bytes)
    }
  }

  /// The former addresses in the order of their paths, each leading to where its sheet is now.
  private var moved: [MovedAddress] {
    let commons = context.commons
    let paths = pages.map { page in
      MovedAddress(path: page.path, target: commons.addresses[page.sheet])
    }
    var known: Set<String> = []
    let queries = commons.sheets.indices.flatMap { index in
      commons.sheets[index].aliases.filter { $0.query != nil && known.insert($0.text).inserted }
        .map { MovedAddress(path: $0.path, query: $0.query, target: commons.addresses[index]) }
    }
    return paths.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      + queries.sorted { left, right in
        let (first, second) = ([left.path, left.query ?? ""], [right.path, right.query ?? ""])
        return first.lexicographicallyPrecedes(second)
      }
  }
}
