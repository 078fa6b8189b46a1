import SiteGraph
import ContentModel
import Theming

extension ViewContext {
  /// Returns the columns of a board, those without a sheet too.
  func board(_ board: BoardView) -> TemplateValue {
    let groups = groups(of: board.selection, by: board.columns, keepsEmpty: true)
    return .object([
      "label": .text(format.label(board.columns.label)),
      "columns": .list(groups.map { group($0, item: card) }),
      "more": more(in: board.selection),
    ])
  }
}

/// The names that a board holds.
extension TemplateNames {
  static let board = TemplateNames(
    "a board",
    [
      Entry("label", .text, "the name of the field"),
      Entry("columns", .list(group(of: card)), "its columns"), more,
    ])
}
