package import ContentModel
package import Diagnostics
import SiteFiles
import SiteLoading
import TextEncoding

extension Archetype {
  /// Why a sheet is not begun.
  package struct Refusal: Error {
    /// What is wrong, for people.
    package let diagnostics: [Diagnostic]
  }

  /// A sheet to begin: its type, its title on one line, and where it goes.
  struct NewSheet {
    let type: ContentType
    let title: String
    let place: SheetPlace
    let declared: ContentDeclarations
    /// Whether it lies where sheets of another type do.
    let namesItsType: Bool
  }

  /// Returns the sheet of a type and a title, which may be there already.
  func newSheet(type name: String, title: String) throws -> Result<NewSheet, Refusal> {
    var diagnostics: [Diagnostic] = []
    let declared = try ContentDeclarations(source: source, reporting: &diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) { return .refused(diagnostics) }
    guard let type = declared.types[name] else {
      // Where there is no site, it is not the type that is wrong.
      if declared.types.count < 2, declared.sheets.isEmpty {
        throw EnvironmentFailure.noSheets(source)
      }
      return .refused([.noSuchType(name, known: declared.types.keys.sorted())])
    }
    let title = Self.line(title)
    let key = Self.fileName(of: title)
    guard !key.isEmpty else { return .refused([.titleWithoutLetters(title)]) }
    guard key != "index" else { return .refused([.titleOfAFolder(title)]) }
    // What is in a folder whose name starts with « _ » is not read: a sheet may not be there.
    let folder = type.folder.flatMap { $0.hasPrefix("_") || $0.isEmpty ? nil : $0 }
    return .success(
      NewSheet(
        type: type, title: title,
        place: SheetPlace(ofID: folder.map { $0 + "/" + key } ?? key, declared),
        declared: declared, namesItsType: folder == nil && type.id != ContentType.page.id))
  }

  /// Returns the path and the text of a draft that holds nothing but its title, for a form to fill in.
  package func blank(
    type name: String, title: String
  ) throws -> Result<(path: String, text: String), Refusal> {
    switch try newSheet(type: name, title: title) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let new):
      if let path = new.place.file(in: nil) {
        return .failure(Refusal(diagnostics: [.sheetExists(path, isTranslation: false)]))
      }
      let lines =
        ["titre: " + Self.quoted(new.title)]
        + (new.namesItsType ? ["type: " + new.type.id] : []) + [Self.draftMark(of: new.type)]
      let text = (["---"] + lines + ["---", "", ""]).joined(separator: "\n")
      return .success((new.place.newFile, text))
    }
  }

  /// The line that makes a sheet of a type a draft.
  package static func draftMark(of type: ContentType) -> String {
    type.draftMarker.map { "\($0.key): \($0.value)" } ?? "brouillon: oui"
  }
}

extension Result where Failure == Archetype.Refusal {
  fileprivate static func refused(_ diagnostics: [Diagnostic]) -> Self {
    .failure(Archetype.Refusal(diagnostics: diagnostics))
  }
}
