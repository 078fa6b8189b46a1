import Calendars
import Diagnostics
import TextEncoding
import YAMLParsing

/// Makes the texts of sheets of the rows of one file, one after another.
struct RowMaker {
  /// A value of a row.
  struct Cell {
    let column: Int
    /// Where its key is written; nil where the first line of a table says it for all rows.
    let key: YAMLMark?
    let value: YAMLNode
  }

  private(set) var rows: [SheetRow] = []
  var diagnostics: [Diagnostic] = []
  /// Whether one more row may be read.
  var hasRoom: Bool { count < RowReader.maxRows }

  private let path: String
  private let columns: [String]
  private let uses: RowColumns
  private let isTable: Bool
  private var count = 0
  /// Where each name was given first.
  private var lines: [String: Int] = [:]

  init(path: String, columns: [String], _ uses: RowColumns, isTable: Bool) {
    self.path = path
    self.columns = columns
    self.uses = uses
    self.isTable = isTable
  }

  /// Adds a row; one that cannot be a sheet is reported.
  mutating func add(_ cells: [Cell], at start: SourceLocation) {
    count += 1
    let title = cells.first { $0.column == uses.title }?.value
    guard let title, let words = title.scalar?.string.trimmed, !words.isEmpty,
      isTable || !title.isNull
    else {
      diagnostics.append(
        .rowWithoutTitle(
          column: uses.title.map { columns[$0] } ?? "", at: title.map(location) ?? start))
      return
    }
    let identifier = cells.first { $0.column == uses.identifier }?.value
    let named = identifier?.isNull == true ? nil : identifier?.scalar?.string
    let place = named == nil ? location(of: title) : identifier.map(location) ?? start
    let name = Slug.makeName(from: named ?? words)
    guard !name.isEmpty, !["index", "readme"].contains(name) else {
      diagnostics.append(.rowWithoutName(named ?? words, at: place))
      return
    }
    if let line = lines[name] {
      diagnostics.append(.rowOfSameName(name, line: line, at: place))
      return
    }
    lines[name] = place.position?.line ?? 1
    rows.append(row(of: cells, title, named: name, at: start, place))
  }

  private mutating func row(
    of cells: [Cell], _ title: YAMLNode, named name: String, at start: SourceLocation,
    _ nameLocation: SourceLocation
  ) -> SheetRow {
    let position = start.position ?? SourcePosition(line: 1, column: 1)
    var text = RowText(start: position, isTable: isTable)
    text.add("titre", at: cells.first { $0.column == uses.title }?.key, title)
    for entry in entries(of: cells) { text.add(entry.key, at: entry.mark, entry.value) }
    let body = cells.first { $0.column == uses.body }?.value
    if let body, body.scalar == nil {
      diagnostics.append(
        .expectedScalar(uses.body.map { columns[$0] } ?? "", at: location(of: body)))
    }
    text.finish(body: body?.isNull == true ? nil : body?.scalar)
    return SheetRow(
      path: path, name: name, text: text, start: position, nameLocation: nameLocation)
  }

  /// The keys of the front matter that cells give beside the title, in the order of the columns.
  private mutating func entries(
    of cells: [Cell]
  ) -> [(key: String, mark: YAMLMark?, value: YAMLNode)] {
    var entries: [(key: String, mark: YAMLMark?, value: YAMLNode)] = []
    var indices = ["titre": -1]
    for cell in cells {
      guard let path = keys(of: cell), let key = path.first, let value = value(of: cell) else {
        continue
      }
      let known = indices[key]
      if path.count == 2 {
        let member = (
          YAMLNode.scalar(YAMLScalar(path[1], mark: cell.key ?? value.mark)), value
        )
        if let known, entries.indices.contains(known), let mapping = entries[known].value.mapping {
          entries[known].value = .mapping(
            YAMLMapping(Array(mapping) + [member], mark: mapping.mark))
          continue
        }
        if known == nil {
          indices[key] = entries.count
          entries.append((key, cell.key, .mapping(YAMLMapping([member], mark: value.mark))))
          continue
        }
      } else if known == nil {
        indices[key] = entries.count
        entries.append((key, cell.key, value))
        continue
      }
      diagnostics.append(.valueGivenTwice(key, at: location(of: cell.value)))
    }
    return entries
  }

  /// The keys of the field that a cell gives; those of a list that no field has are told of where sheets are
  /// read.
  private func keys(of cell: Cell) -> [String]? {
    if let path = uses.fields[cell.column] { return path }
    return !isTable && uses.unknown.contains(cell.column) ? [columns[cell.column]] : nil
  }

  /// Returns the value of a cell, split where the field holds several; nil for an empty cell of a table.
  private func value(of cell: Cell) -> YAMLNode? {
    guard isTable, case .scalar(let scalar) = cell.value else { return cell.value }
    let definition = uses.definition(of: cell.column)
    if scalar.string.isEmpty { return definition?.isRequired == true ? cell.value : nil }
    guard let definition else { return cell.value }
    guard definition.holdsList else {
      // Spreadsheets write days as their country does.
      if case .day = definition.kind.control,
        let day = CalendarDate.iso(meantBy: scalar.string)
      {
        return .scalar(YAMLScalar(day, mark: scalar.mark))
      }
      return cell.value
    }
    let elements = Self.parts(of: scalar, atCommas: !definition.kind.isTranslatable)
    return .sequence(
      YAMLSequence(elements.map { .scalar($0) }, mark: scalar.mark))
  }

  /// Returns the values of a cell: between semicolons, on lines of their own, or else between commas.
  private static func parts(of cell: YAMLScalar, atCommas: Bool) -> [YAMLScalar] {
    let signs = cell.string.unicodeScalars
    let separators: Set<Unicode.Scalar> =
      signs.contains { $0 == ";" || $0 == "\n" } || !atCommas ? [";", "\n"] : [","]
    var parts: [YAMLScalar] = []
    var (line, column) = (cell.mark.line, cell.mark.column)
    var part = String.UnicodeScalarView()
    var start: YAMLMark?
    func finish() {
      let words = String(part).trimmed
      if let start, !words.isEmpty {
        parts.append(YAMLScalar(words, style: .plain, mark: start))
      }
      part = String.UnicodeScalarView()
      start = nil
    }
    for sign in signs {
      if separators.contains(sign) {
        finish()
      } else {
        if start == nil, !sign.properties.isWhitespace {
          start = YAMLMark(line: line, column: column)
        }
        part.append(sign)
      }
      (line, column) = sign == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    finish()
    return parts
  }

  private func location(of node: YAMLNode) -> SourceLocation {
    let mark = node.mark
    let length = isTable ? node.scalar?.string.unicodeScalars.count ?? 1 : node.writtenLength
    return SourceLocation(path: path, line: mark.line, column: mark.column, length: length)
  }
}
