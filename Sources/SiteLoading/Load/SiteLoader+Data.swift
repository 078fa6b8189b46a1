import ContentModel
import Diagnostics
import SiteFiles

/// The data of a site: what templates and views show, and the rows that are sheets.
extension SiteLoader {
  /// Reads the data that templates and views show: what gives sheets is not among them.
  func data(
    of folder: SourceFolder, _ types: [String: ContentType], _ files: inout DeclarationFiles,
    reporting diagnostics: inout [Diagnostic]
  ) throws -> ([String: DataValue], tables: [String: DataTable]) {
    let givingSheets = Set(types.values.compactMap(\.rows?.file))
    var data: [String: DataValue] = [:]
    var tables: [String: DataTable] = [:]
    for file in folder.data where Self.isData(file) && !givingSheets.contains(Self.name(of: file)) {
      guard let text = try files.text(of: file, reporting: &diagnostics) else { continue }
      let name = Self.name(of: file)
      data[name] = DataFile.load(path: file.path, text: text, reporting: &diagnostics)
      if data[name] != nil { tables[name] = DataTable(path: file.path, text: text) }
    }
    return (data, tables)
  }

  /// Whether a file of `_data` is one of data.
  private static func isData(_ file: SourceFolder.File) -> Bool {
    DataFile.extensions.contains(file.path.split(separator: ".").last.map(String.init) ?? "")
  }

  /// Returns the sheets that the types make of the rows of data files, as files that nobody has written.
  ///
  /// - Parameter files: Notes which file gives the sheets of a type, and not what it holds: each row is
  ///   compared with what it was.
  func rows(
    of folder: SourceFolder, _ types: [String: ContentType], languages: [String],
    _ files: inout DeclarationFiles, reporting diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) -> [SourceFolder.File] {
    let types = types.values.filter { $0.rows != nil && $0.folder != nil }.sorted { $0.id < $1.id }
    guard !types.isEmpty else { return [] }
    let written = Dictionary(
      zip(
        SheetName.all(in: folder.sheets.map(\.contentPath), languages: languages), folder.sheets
      ).lazy.filter { name, _ in name.language == nil }.map { name, file in (name.id, file.path) },
      uniquingKeysWith: { first, _ in first })
    let data = folder.data.filter(Self.isData)
    var owners: [String: String] = [:]
    var sheets: [SourceFolder.File] = []
    for type in types {
      guard let source = type.rows, let below = type.folder else { continue }
      if let other = owners.updateValue(type.id, forKey: source.file) {
        diagnostics.append(.rowsOfTwoTypes(source.file, other: other, at: source.location))
        continue
      }
      guard let file = data.last(where: { Self.name(of: $0) == source.file }) else {
        diagnostics.append(
          .missingRows(source.file, known: data.map(Self.name), at: source.location))
        continue
      }
      files.note("\(type.id) \(file.path)")
      guard let text = try text(of: file, reporting: &diagnostics) else { continue }
      for row in RowReader(type, source).rows(
        path: file.path, text: text, reporting: &diagnostics)
      {
        let id = below + "/" + row.name
        if let other = written[id] {
          diagnostics.append(.rowOfWrittenSheet(row.name, other: other, at: row.nameLocation))
          continue
        }
        sheets.append(folder.sheet(id + ".md", givenBy: row, in: file))
      }
    }
    return sheets
  }

  /// Returns the text of a data file; nil when it cannot be read, which is reported.
  private func text(
    of file: SourceFolder.File, reporting diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) -> String? {
    // What it holds is no declaration that other sheets are read against.
    var files = DeclarationFiles()
    return try files.text(of: file, reporting: &diagnostics)
  }
}

extension SourceFolder {
  /// Returns the sheet of a row as the file that it would be.
  fileprivate func sheet(_ contentPath: String, givenBy row: SheetRow, in data: File) -> File {
    File(
      diskPath: data.diskPath,
      path: contentFolder.isEmpty ? contentPath : contentFolder + "/" + contentPath,
      contentPath: contentPath, boundary: data.boundary, row: row)
  }
}
