import ContentModel
import SiteGraph
import Theming

extension ViewContext {
  /// A row or a column of a matrix.
  private struct Header {
    let id: String
    let label: String
    let definition: String?

    var value: TemplateValue {
      .object(["label": .text(label), "definition": .optional(definition)])
    }
  }

  /// Returns a table with two headers.
  func matrix(_ matrix: MatrixView) -> TemplateValue {
    switch matrix.source {
    case .entries(let entries, let rows, let columns):
      var cells: [String: [TemplateValue]] = [:]
      for entry in entries {
        cells[Self.key(entry.row, entry.column), default: []].append(item(entry))
      }
      return table(
        label: (format.label(rows.label), format.label(columns.label)), headers(of: rows),
        headers(of: columns), cells, more: .none)
    case .sheets(let selection, let rows, let columns):
      return table(of: selection, rows: rows, columns: columns)
    }
  }

  private func item(_ entry: MatrixView.Entry) -> TemplateValue {
    .object([
      "title": .text(format.typeset(entry.title)),
      "text": .optional(entry.text.map(format.typeset)), "url": .none,
      "state": .optional(entry.state.map { format.label($0.label) }),
      "state_id": .optional(entry.state?.id),
    ])
  }

  private func item(_ index: Int) -> TemplateValue {
    .object([
      "title": .text(page.titles[index]), "text": .none,
      "url": .text(links.page(encoded: commons.addresses[index])), "state": .none,
      "state_id": .none,
    ])
  }

  /// Returns the table of sheets; those that lack one of the two values are left to the list.
  private func table(
    of selection: SheetSelection, rows: FieldDefinition, columns: FieldDefinition
  ) -> TemplateValue {
    let byRow = SheetGrouping(commons: commons, field: rows, format: format)
    let byColumn = SheetGrouping(commons: commons, field: columns, format: format)
    let sheets = commons.shown(in: selection)
    var cells: [String: [TemplateValue]] = [:]
    for sheet in sheets {
      for row in byRow.ids(of: sheet) {
        for column in byColumn.ids(of: sheet) {
          cells[Self.key(row.id, column.id), default: []].append(item(sheet))
        }
      }
    }
    func headers(_ grouping: SheetGrouping) -> [Header] {
      grouping.groups(of: []).groups.map {
        Header(id: $0.id, label: $0.label, definition: $0.definition)
      }
    }
    return table(
      label: (format.label(rows.label), format.label(columns.label)), headers(byRow),
      headers(byColumn), cells, more: more(in: selection))
  }

  private func headers(of vocabulary: Vocabulary) -> [Header] {
    vocabulary.terms.map { term in
      Header(
        id: term.id, label: format.label(term.label),
        definition: term.definition.map(format.label))
    }
  }

  private func table(
    label: (rows: String, columns: String), _ rows: [Header], _ columns: [Header],
    _ cells: [String: [TemplateValue]], more: TemplateValue
  ) -> TemplateValue {
    .object([
      "label": .text(
        format.words.text("vue_croise", ["lignes": label.rows, "colonnes": label.columns])),
      "rows_label": .text(label.rows),
      "columns": .list(columns.map(\.value)),
      "rows": .list(
        rows.map { row in
          .object([
            "label": .text(row.label), "definition": .optional(row.definition),
            "cells": .list(
              columns.map { column in
                .object(["items": .list(cells[Self.key(row.id, column.id)] ?? [])])
              }),
          ])
        }),
      "more": more,
    ])
  }

  private static func key(_ row: String, _ column: String) -> String { row + "\n" + column }
}

/// The names that a matrix holds.
extension TemplateNames {
  static let matrix = TemplateNames(
    "a matrix",
    [
      Entry("label", .text, "what is crossed with what"),
      Entry("rows_label", .text, "the name of the rows"),
      Entry("columns", .list(header), "the heads of the columns"),
      Entry(
        "rows",
        .list(
          header.adding(
            "a row",
            [
              Entry(
                "cells",
                .list(TemplateNames("a cell", [Entry("items", .list(entry), "what is in it")])),
                "its cells, one a column")
            ])), "the rows"), more,
    ])

  private static let header = TemplateNames(
    "the head of a row or column",
    [Entry("label", .text, "its words"), Entry("definition", .text, "the definition of its term")])

  private static let entry = TemplateNames(
    "an entry of a matrix",
    [
      Entry("title", .text, "its title"), Entry("text", .text, "a sentence, if it has one"),
      Entry("url", .text, "the sheet, if it is one"),
      Entry("state", .text, "its state, if it has one"),
      Entry("state_id", .text, "the id of the state"),
    ])
}
