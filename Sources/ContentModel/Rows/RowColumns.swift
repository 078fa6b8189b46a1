import Diagnostics
import TextEncoding

/// What the columns of a data file give a sheet.
struct RowColumns {
  /// A column by its name, and where that is written.
  struct Column {
    let name: String
    let location: SourceLocation
  }

  /// The column of the titles.
  private(set) var title: Int?
  /// The column of the texts.
  private(set) var body: Int?
  /// The column that sheets are named after.
  private(set) var identifier: Int?
  /// The fields that columns give, or members of them, each as its key or as two.
  private(set) var fields: [Int: [String]] = [:]
  /// The columns that no field has, and that are for nothing else.
  private(set) var unknown: Set<Int> = []
  /// Whether sheets can be made of the rows.
  private(set) var isUsable = true

  private let type: ContentType
  private let columns: [Column]
  private var diagnostics: [Diagnostic] = []

  /// What a column says of the site and not of the thing of its row, as a column « Type » would.
  private static let reserved: Set<String> = ["type", "view", "title"]

  /// Finds what the columns are for; what is wrong with them is reported once, and not at each row.
  ///
  /// - Parameters:
  ///   - isTable: Whether every row has the columns, as in CSV; otherwise what is not a field is told where
  ///     a row gives it.
  init(
    _ columns: [Column], of type: ContentType, _ source: RowSource, isTable: Bool,
    start: SourceLocation, reporting diagnostics: inout [Diagnostic]
  ) {
    self.type = type
    self.columns = columns
    title = source.title.flatMap { index(of: $0) }
    body = source.body.flatMap { index(of: $0) }
    identifier = source.identifier.flatMap { index(of: $0) }
    var ignored = Set(source.ignored.compactMap { index(of: $0) })
    var renamed: [Int: [String]] = [:]
    for name in source.renamed {
      guard let index = index(of: name.column) else { continue }
      renamed[index] = path(named: name)
      if renamed[index] == nil { ignored.insert(index) }
    }
    findTitle(source, start)
    findFields(renamed, beside: ignored)
    findBody(source)
    unknown = Set(columns.indices).subtracting(ignored).subtracting(fields.keys)
      .subtracting([title, body, identifier].compactMap(\.self))
    if isTable {
      if isUsable { reportUnknown() }
      reportMissing(at: start)
    }
    diagnostics += self.diagnostics
  }

  /// Returns the definition of the values of a column.
  func definition(of column: Int) -> FieldDefinition? {
    guard let path = fields[column], let first = path.first, let field = type.table[first] else {
      return nil
    }
    return path.dropFirst().first.map { field.kind.rules.fields?[$0] } ?? field
  }

  // MARK: Names

  private func index(named name: String) -> Int? {
    let wanted = Slug.make(from: name)
    return columns.firstIndex { $0.name == name.trimmed }
      ?? columns.firstIndex { !wanted.isEmpty && Slug.make(from: $0.name) == wanted }
  }

  /// Returns the columns of some names, in the order of these.
  private func columnsNamed(_ names: [String]) -> [Int] {
    names.compactMap { name in columns.firstIndex { Slug.make(from: $0.name) == name } }
  }

  /// Returns the column that the declaration names; one that is not there is reported.
  private mutating func index(of name: RowSource.Name) -> Int? {
    if let index = index(named: name.text) { return index }
    isUsable = false
    diagnostics.append(.missingColumn(name.text, known: columns.map(\.name), at: name.location))
    return nil
  }

  /// Returns the keys of the field that the declaration names; one that the type has not is reported.
  private mutating func path(named renamed: RowSource.Renamed) -> [String]? {
    let parts = renamed.key.split(separator: ".")
    guard let first = parts.first, let field = type.table[String(first)], parts.count < 3,
      type.kind(at: parts) != nil
    else {
      isUsable = false
      diagnostics.append(
        .unknownKey(renamed.key, known: type.table.keys, at: renamed.column.location)
          .withSeverity(.error))
      return nil
    }
    return [field.key] + parts.dropFirst().map(String.init)
  }

  /// Returns the keys of the field that a column is named after: by its key, its label, or `duree.min`.
  private func path(of name: String, _ names: FieldNames) -> [String]? {
    let parts = name.split(separator: ".", maxSplits: 1).map { String($0).trimmed }
    if parts.count == 2, !name.contains(" "), let field = names.field(named: parts[0]),
      let member = FieldNames(field.kind.fields).field(named: parts[1])
    {
      return [field.key, member.key]
    }
    let field =
      type.table[name] ?? names.field(named: name) ?? type.table.definition(ofAnyCase: name)
    guard let field, !Self.reserved.contains(field.key) || type.fields.contains(field) else {
      return nil
    }
    return [field.key]
  }

  // MARK: Columns

  private mutating func findTitle(_ source: RowSource, _ start: SourceLocation) {
    if source.title != nil { return }
    title = columnsNamed(ColumnNames.titles).first
    guard title == nil else { return }
    isUsable = false
    diagnostics.append(
      .rowsWithoutTitle(columns: columns.map(\.name), at: columns.first?.location ?? start))
  }

  private mutating func findFields(_ renamed: [Int: [String]], beside ignored: Set<Int>) {
    let names = FieldNames(type)
    var owners: [[String]: Int] = [:]
    for (index, column) in columns.enumerated()
    where !ignored.contains(index) && (index != body || renamed[index] != nil) {
      guard let path = renamed[index] ?? path(of: column.name, names) else { continue }
      if let owner = owners[path] {
        isUsable = false
        diagnostics.append(
          .columnGivenTwice(
            column.name, other: columns[owner].name, field: path.joined(separator: "."),
            at: column.location))
        continue
      }
      owners[path] = index
      fields[index] = path
    }
  }

  private mutating func findBody(_ source: RowSource) {
    guard source.body == nil else { return }
    body = columnsNamed(ColumnNames.bodies).first { fields[$0] == nil && $0 != title }
  }

  private mutating func reportUnknown() {
    for index in unknown.sorted() where !columns[index].name.isEmpty {
      diagnostics.append(
        .unknownColumn(
          columns[index].name, known: type.table.keys, at: columns[index].location))
    }
  }

  /// Reports the fields that the type requires and no column gives: each row would lack them.
  private mutating func reportMissing(at start: SourceLocation) {
    let given = Set(fields.values.compactMap(\.first))
    let titleKeys: Set<String> = ["title", "titre"]
    for field in type.table.completed
    where field.isRequired && field.defaultValue == nil && !given.contains(field.key)
      && !titleKeys.contains(field.key)
    {
      isUsable = false
      diagnostics.append(
        .requiredColumn(
          field, columns: columns.map(\.name), at: columns.first?.location ?? start))
    }
  }
}
