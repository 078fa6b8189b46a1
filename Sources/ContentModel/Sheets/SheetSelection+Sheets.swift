extension SheetSelection {
  /// Returns whether a sheet is one of them.
  public func contains(_ sheet: Sheet) -> Bool {
    guard sheet.type == type, !sheet.isIndex else { return false }
    guard let folder else { return true }
    return sheet.id.hasPrefix(folder + "/")
  }
}
