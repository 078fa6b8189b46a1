package import Diagnostics

extension Relations {
  /// Returns what is wrong with the references of a sheet that is being written.
  ///
  /// - Parameters:
  ///   - sheets: The sheets of the site, in the order of the directory.
  package static func problems(
    of sheet: Sheet, among sheets: [Sheet], _ directory: SheetDirectory
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let suggestions = Suggestions()
    for field in sheet.type.fields + sheet.type.relations.map(\.field) {
      for (reference, location, types) in sheet.references(of: field) {
        _ = resolve(
          reference, at: location, types: types, sheets, directory, suggestions,
          reporting: &diagnostics)
      }
    }
    return diagnostics
  }
}
