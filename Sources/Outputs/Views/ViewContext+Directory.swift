import SiteGraph
import ContentModel
import Theming

extension ViewContext {
  /// Returns sheets under each of their words, all by alphabetical order.
  package func directory(_ directory: DirectoryView) -> TemplateValue {
    let groups = groups(of: directory.selection, by: directory.grouping, keepsEmpty: false)
    return .object([
      "label": .text(format.label(directory.grouping.label)),
      "groups": .list(
        groups.map { group in
          var group = group
          group.sheets.sort { left, right in
            commons.sheets[left].sortingKey < commons.sheets[right].sortingKey
          }
          return self.group(group, item: card)
        }),
      "more": more(in: directory.selection),
    ])
  }
}

/// The names that a directory holds.
extension TemplateNames {
  static let directory = TemplateNames(
    "a directory",
    [
      Entry("label", .text, "the name of the field"),
      Entry("groups", .list(group(of: card)), "its words, with their sheets"), more,
    ])
}
