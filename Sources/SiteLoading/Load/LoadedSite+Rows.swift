package import ContentModel
package import Diagnostics

/// Where sheets are written that are rows of data files.
extension LoadedSite {
  /// Returns the row that gives the sheet of a path; nil where a file does.
  package func row(ofSheetAt path: String) -> SheetRow? { rows.isEmpty ? nil : rows[path] }

  /// Returns where a place of a sheet is written: the cell of a data file for that of a row.
  package func written(_ location: SourceLocation) -> SourceLocation {
    row(ofSheetAt: location.path)?.location(of: location) ?? location
  }

  /// Returns the file that a sheet is written in, relative to the source folder.
  package func file(ofSheetAt path: String) -> String { row(ofSheetAt: path)?.path ?? path }

  /// Returns findings with the places that people can go to.
  package func written(_ findings: [Diagnostic]) -> [Diagnostic] {
    if rows.isEmpty { return findings }
    return findings.map { finding in
      let place = written(finding.location)
      return place == finding.location ? finding : finding.at(place)
    }
  }
}
