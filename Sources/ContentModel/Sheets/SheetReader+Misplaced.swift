import Diagnostics
import YAMLParsing

/// Sheets that have the keys of a type, and lie where no type is.
extension SheetReader {
  /// Returns the mistake of a sheet without a type, most of whose keys are those of one.
  func misplacement(of mapping: YAMLMapping, name: SheetName, in yaml: YAMLText) -> Diagnostic? {
    // The own page of a folder is no sheet of a type.
    guard types.count > 1, !name.isIndex else { return nil }
    let page = types[ContentType.page.id] ?? .page
    let keys = mapping.compactMap { key, _ in key.scalar.map { (key, $0.string) } }
      .filter { page.table[$1] == nil }
    var best: (type: ContentType, count: Int)?
    for type in types.values.sorted(by: { $0.id < $1.id }) {
      let count = keys.count { type.table[$1] != nil }
      if count > best?.count ?? 1 { best = (type, count) }
    }
    guard let best, best.count * 2 > keys.count,
      let first = keys.first(where: { best.type.table[$1] != nil })
    else { return nil }
    return .misplacedSheet(
      of: best.type, keys: best.count, in: name.id.split(separator: "/").dropLast().first ?? "",
      at: yaml.location(of: first.0.mark, length: first.0.writtenLength))
  }
}

extension Diagnostic {
  fileprivate static func misplacedSheet(
    of type: ContentType, keys: Int, in folder: Substring, at location: SourceLocation
  ) -> Diagnostic {
    let suggestion: LocalizedText? = type.folder.flatMap { wanted in
      if let near = NearMiss.suggestion(for: String(folder), among: [wanted]) { return near }
      return LocalizedText(
        fr: "mettez la fiche dans le dossier « \(wanted) », ou ajoutez « type: \(type.id) »",
        en: "put the sheet in the folder “\(wanted)”, or add “type: \(type.id)”")
    }
    return Diagnostic(
      .warning, id: "sheet.misplaced", at: location,
      LocalizedText(
        fr: "\(keys) clés de cette fiche sont celles du type « \(type.id) », qu’elle n’a pas",
        en: "\(keys) keys of this sheet are those of the type “\(type.id)”, which it is not of"),
      expected: type.folder.map {
        LocalizedText(fr: "le dossier « \($0) »", en: "the folder “\($0)”")
      } ?? LocalizedText(verbatim: "« type: \(type.id) »"),
      suggestion: suggestion)
  }
}
