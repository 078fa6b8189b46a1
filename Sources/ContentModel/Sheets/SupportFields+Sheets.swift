extension SupportFields {
  /// Returns the things to print that a sheet names without any file.
  public func missing(in sheet: Sheet) -> [String] {
    let values = FieldValue.object(sheet.fields)
    func texts(_ path: String) -> [String] {
      values.values(at: path.split(separator: ".")).flatMap(\.elements).compactMap(\.string)
    }
    guard texts(files).isEmpty else { return [] }
    return texts(names).filter { name in
      let parts = name.lowercased().split { !$0.isLetter }
      return parts.contains { part in words.contains { $0 == part } }
    }
  }
}
