public import Diagnostics
import YAMLParsing

/// A view at its place on a page, with what heads it.
public struct PlacedView: Sendable, Hashable {
  /// What is shown.
  public let view: View
  /// The heading above it.
  public let title: String?
  /// A few words between the heading and what is shown.
  public let text: String?
  /// Where it is declared.
  public let location: SourceLocation

  /// The most views of one page: beyond it, nobody finds anything.
  static let maxCount = 24

  /// The keys that every view may hold beside those of its genre.
  static let keys = ["titre", "title", "texte", "text"]
}

extension PlacedView {
  /// Reads the views of a page, one or a list of them; those that are wrong are reported and left out.
  static func all(
    in node: YAMLNode, of yaml: YAMLText, _ site: ViewReader.Site,
    reporting diagnostics: inout [Diagnostic]
  ) -> [PlacedView] {
    guard let nodes = node.sequence else {
      return ViewReader.read(node, in: yaml, of: site, reporting: &diagnostics).map { [$0] } ?? []
    }
    let location = yaml.location(of: node.mark, length: node.writtenLength)
    if nodes.count > maxCount {
      diagnostics.append(.tooManyViews(nodes.count, limit: maxCount, at: location))
      return []
    }
    let views = nodes.compactMap {
      ViewReader.read($0, in: yaml, of: site, reporting: &diagnostics)
    }
    check(views, reporting: &diagnostics)
    return views
  }

  /// Reports the views of a page that cannot stand beside another of their genre.
  private static func check(_ views: [PlacedView], reporting diagnostics: inout [Diagnostic]) {
    var seen: Set<View.Genre> = []
    for placed in views where !seen.insert(placed.view.genre).inserted {
      if placed.view.genre == .catalogue {
        diagnostics.append(.catalogueWithoutFilters(at: placed.location))
      } else if placed.view.isAlone {
        diagnostics.append(.repeatedView(placed.view.genre.rawValue, at: placed.location))
      }
    }
    let decks = views.compactMap(\.view.cards)
    if decks.count > 1, decks.contains(where: { $0.format == .pocket }),
      let last = views.last(where: { $0.view.cards != nil })
    {
      diagnostics.append(.repeatedView(View.Genre.cards.rawValue, at: last.location))
    }
  }
}
