extension SheetSelection {
  /// Returns whether a sheet is one of them.
  public func contains(_ sheet: Sheet) -> Bool {
    guard sheet.type == type, !sheet.isIndex else { return false }
    if let folder, !sheet.id.hasPrefix(folder + "/") { return false }
    return conditions.allSatisfy { $0.holds(for: sheet) }
  }
}
