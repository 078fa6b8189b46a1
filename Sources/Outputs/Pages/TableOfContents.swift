import MarkdownRendering
import Theming

/// The headings of a page, two levels deep.
struct TableOfContents {
  /// `toc`: the headings of the upper level, each with those below it.
  package let value: TemplateValue

  /// Sorts headings; those of a third level and below are left out.
  init(_ headings: [DocumentHeading]) {
    let top = headings.map(\.level).min() ?? 2
    var entries: [(heading: DocumentHeading, children: [DocumentHeading])] = []
    for heading in headings {
      if heading.level == top || entries.isEmpty {
        entries.append((heading, []))
      } else if heading.level == top + 1 {
        entries[entries.count - 1].children.append(heading)
      }
    }
    value = .list(
      entries.map { entry in
        Self.item(
          entry.heading, children: .list(entry.children.map { Self.item($0, children: []) }))
      })
  }

  private static func item(_ heading: DocumentHeading, children: TemplateValue) -> TemplateValue {
    .object([
      "id": .text(heading.id), "title": .text(heading.text), "level": .number(heading.level),
      "children": children,
    ])
  }
}
