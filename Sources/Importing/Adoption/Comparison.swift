import Authoring
import ContentModel
import Diagnostics
import SiteLoading
import TextEncoding

/// Compares sheets that were adopted with their originals, as they would be adopted now: what it takes to
/// bring a sheet here is no change of the original.
struct Comparison {
  let writer: SheetWriter
  /// The files of the sheets that were adopted, by the addresses of their originals.
  let known: [String: String]
  /// The terms of this site that somebody names for those of the other, as `field:term`.
  let terms: [String: String]

  /// Says what has become of an original.
  ///
  /// - Parameters:
  ///   - bytes: The source of the original.
  ///   - sheet: What its catalogue tells of it; nil where no catalogue is found.
  func original(
    _ bytes: [UInt8], _ own: OwnAdoption, _ sheet: ForeignSheet?, in catalogue: ForeignCatalogue?
  ) -> AdoptionState.Original {
    if Adopter.digest(of: bytes) == own.origin.digest { return .same }
    guard let source = AdoptedDocument(bytes), let ours = AdoptedDocument(own.bytes) else {
      return .unread(
        LocalizedText(
          fr: "l’original n’est pas un texte en UTF-8", en: "the original is no text in UTF-8"))
    }
    var theirs = source
    if let sheet, let catalogue {
      theirs = adopted(source, own, sheet, in: catalogue) ?? source
    }
    let type = own.sheet.type
    let provenance = Set(type.provenance.map(\.key))
    let names = Set(["licence", "lang", "type", "draft"])
    func values(_ document: AdoptedDocument) -> [String: DataValue] {
      Dictionary(
        document.values.map { (type.field($0.key)?.key ?? $0.key, $0.value) },
        uniquingKeysWith: { first, _ in first }
      ).filter { !provenance.contains($0.key) && !names.contains($0.key) }
    }
    let (left, right) = (values(ours), values(theirs))
    let fields = Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
    return .changed(
      lines: LineDiff.lines(from: ours.body, to: theirs.body) ?? [],
      fields: fields.map { key in type.field(key).map { FieldHelp.spelling(of: $0) } ?? key })
  }

  /// Returns the original as it would be adopted now.
  private func adopted(
    _ source: AdoptedDocument, _ own: OwnAdoption, _ sheet: ForeignSheet,
    in catalogue: ForeignCatalogue
  ) -> AdoptedDocument? {
    let declared = writer.declared
    let start = declared.contentFolder.isEmpty ? 0 : declared.contentFolder.count + 1
    let parts = own.path.dropFirst(start).split(separator: "/").map(String.init)
    guard let file = parts.last, file.hasSuffix(".md"),
      let licence = (sheet.licence ?? catalogue.licence).flatMap({ Licence(meantBy: $0) })
    else { return nil }
    let name = String(file.dropLast(3))
    var adaptation = SheetAdaptation(
      sheet, of: catalogue, as: own.sheet.type, declared.vocabularies, terms: terms,
      paths: Adopter.paths(in: catalogue, known, declared), prefix: name,
      siteLanguage: declared.configuration.language)
    adaptation.adopted = String(decoding: own.bytes, as: UTF8.self)
    let place = SheetWriter.Place(
      type: own.sheet.type, folder: parts.dropLast().joined(separator: "/"), name: name,
      waitsWhereIncomplete: true)
    let (text, _) = source.adapted(adaptation, credited: licence)
    return writer.composed(text, at: place, named: name).flatMap { AdoptedDocument($0.bytes) }
  }
}
