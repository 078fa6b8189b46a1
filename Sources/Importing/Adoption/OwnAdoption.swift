import ContentModel
import Diagnostics
import SiteFiles
import SiteLoading

/// A sheet of this site that says which sheet of another site it is made from.
struct OwnAdoption {
  /// Its file, relative to the source folder.
  let path: String
  let sheet: Sheet
  let origin: SheetOrigin
  let bytes: [UInt8]

  /// Finds those of a site, in the order of their files.
  ///
  /// - Complexity: O(*n*) in the length of the files; only those are parsed that name an address.
  static func all(in source: String, _ declared: ContentDeclarations) throws -> [OwnAdoption] {
    let reader = SheetReader(
      types: declared.types, vocabularies: declared.vocabularies,
      contacts: declared.configuration.contacts, siteLanguage: declared.configuration.language)
    return (declared.sheets + declared.rows).compactMap { file in
      guard let bytes = try? file.read() else { return nil }
      var diagnostics: [Diagnostic] = []
      let name = SheetName(
        path: file.contentPath, languages: declared.configuration.languages)
      guard
        let sheet = reader.read(
          path: file.path, name: name, bytes: bytes, reporting: &diagnostics),
        let origin = sheet.origin
      else { return nil }
      // A row is written in its data file.
      return OwnAdoption(
        path: file.row?.path ?? file.path, sheet: sheet, origin: origin, bytes: bytes)
    }
  }
}
