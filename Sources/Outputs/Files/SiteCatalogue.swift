import ContentModel
import Diagnostics
import Formats
import SiteGraph
import SiteLoading
import TextEncoding

/// Makes the catalogue of the commons, and the data of each sheet.
struct SiteCatalogue {
  private let context: PageContext

  init(_ context: PageContext) {
    self.context = context
  }

  /// Returns `index.json` of a sheet.
  package func data(of index: Int) -> [UInt8] {
    entry(index).encoded(
      baseURL: context.baseURL, folder: context.commons.addresses[index],
      as: .indented)
  }

  /// Returns `commons.json`.
  ///
  /// - Parameter published: Returns what the published catalogue says of a sheet that is as it was.
  package func encoded(after published: ((Int) -> ArraySlice<UInt8>?)? = nil) -> [UInt8] {
    let configuration = context.commons.declared.configuration
    var catalogue = CatalogueFile(
      title: configuration.title, summary: configuration.tagline ?? "",
      language: configuration.language, publisher: configuration.publisher,
      licence: configuration.licence?.id,
      baseURL: context.baseURL, generator: SiteObject.generator)
    catalogue.pictures = pictures
    return catalogue.encoded(
      fragments: context.commons.listedSheets.lazy.map { index in
        published?(index) ?? entry(index).encoded(baseURL: context.baseURL)[...]
      })
  }

  /// The widest file of each picture that pages show, for those who take sheets with their pictures.
  private var pictures: [(path: String, file: String)] {
    let sheets = context.commons.sheets
    guard sheets.contains(where: { $0.type.exports.contains(.source) }) else { return [] }
    var widest: [String: PictureFile] = [:]
    for file in context.commons.pictures.files {
      let path = file.source.contentPath
      if let known = widest[path], known.width ?? 0 >= file.width ?? 0 { continue }
      widest[path] = file
    }
    return widest.sorted { $0.key < $1.key }.map { ($0.key, $0.value.path) }
  }

  /// The file of a sheet that its id does not tell.
  private func file(of sheet: Sheet) -> String? {
    guard !sheet.type.exports.isDisjoint(with: [.source, .bundle]) else { return nil }
    let path = context.commons.contentPath(of: sheet)
    return path == sheet.id + ".md" ? nil : path
  }

  private func id(of index: Int) -> String {
    let (commons, sheet) = (context.commons, context.commons.sheets[index])
    let parts = (sheet.original != nil ? [commons.language(of: index)] : []) + [sheet.id]
    return parts.filter { !$0.isEmpty }.joined(separator: "/")
  }

  /// Returns the sheets that one leads to, in its text and in its fields, in the order of the site.
  func links(of index: Int) -> [CatalogueFile.LinkedEntry] {
    let commons = context.commons
    let sheet = commons.sheets[index]
    var targets = Set(context.sheets[index].links.compactMap(\.pageID))
    let relations = commons.relations(of: commons.translations.original(of: index))
    for relation in sheet.type.relations {
      let group = relations.first { $0.name == relation.field.key }
      targets.formUnion(group?.targets ?? [])
    }
    for value in sheet.fields.values {
      value.visitReferences { location in
        if let target = commons.target(of: location) { targets.insert(target) }
      }
    }
    targets.remove(index)
    return targets.sorted().filter { !commons.sheets[$0].isUnlisted }.map { target in
      let path = commons.contentPath(of: commons.sheets[target])
      let id = id(of: target)
      return CatalogueFile.LinkedEntry(
        id: id, title: context.titles[target], path: commons.addresses[target],
        file: path == id + ".md" ? nil : path)
    }
  }

  /// Returns what the catalogue says of a sheet.
  func entry(_ index: Int) -> CatalogueEntry {
    let commons = context.commons
    let sheet = commons.sheets[index]
    let folder = commons.addresses[index]
    let fields = FieldJSON(commons: commons)
    let isTranslation = sheet.original != nil
    return CatalogueEntry(
      id: id(of: index),
      translationOf: isTranslation ? sheet.id : nil, type: sheet.type.id,
      title: context.titles[index],
      summary: context.sheets[index].summary, path: folder,
      source: sheet.type.exports.contains(.source) ? folder + "index.md" : nil,
      file: file(of: sheet), language: commons.language(of: index),
      licence: commons.licence(of: index)?.id, authors: sheet.authors,
      origin: sheet.origin.map { Origin(url: $0.url, version: $0.version, sha256: $0.digest) },
      credits: fields.credits(of: sheet),
      tags: commons.tagLabels(of: index),
      version: sheet.version, published: Timestamp(sheet.date),
      updated: Timestamp(commons.lastChange(of: index)),
      fields: fields.members(of: index), sha256: commons.records[index].digest)
  }
}

extension FieldValue {
  /// Visits the places of the references in the value.
  fileprivate func visitReferences(_ visit: (SourceLocation) -> Void) {
    switch self {
    case .reference(_, let location): visit(location)
    case .list(let elements):
      for element in elements { element.visitReferences(visit) }
    case .object(let values):
      for value in values.values { value.visitReferences(visit) }
    case .file, .markdown, .text, .code, .integer, .number, .boolean, .date, .dateTime,
      .recurrence, .duration, .range, .scale, .term, .url, .licence, .untranslated:
      break
    }
  }
}
