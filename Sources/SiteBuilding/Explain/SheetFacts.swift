import SiteLoading
import ContentModel
import Diagnostics
import MarkdownRendering
import Outputs
import SiteFiles
import SiteGraph

/// Tells what a file is made from: its sheet, its template, where each value and link comes from.
struct SheetFacts {
  private let site: PreparedSite
  private let file: any Output
  private let template: String?

  init(_ site: PreparedSite, _ file: any Output, template: String?) {
    self.site = site
    self.file = file
    self.template = template
  }

  var parts: [PageExplanation.Part] {
    let index = file.sheet
    let sheet = index.map { site.commons.site.sheets[$0] }
    var lines = sheet.map { [origin(of: $0)] } ?? []
    if let made = file.description(in: site.view) {
      lines.append(made)
    }
    if let template {
      lines.append(LocalizedText(fr: "gabarit « \(template) »", en: "template “\(template)”"))
    }
    let made = PageExplanation.Part(
      title: LocalizedText(fr: "Faite de", en: "Made from"), lines: lines)
    guard let index, let sheet else { return [made] }
    return [
      made,
      PageExplanation.Part(
        title: LocalizedText(fr: "Ses champs", en: "Its fields"), lines: fields(of: sheet, index)),
      PageExplanation.Part(
        title: LocalizedText(fr: "Ses liens", en: "Its links"), lines: links(of: sheet, index)),
    ]
  }

  private func origin(of sheet: Sheet) -> LocalizedText {
    let translated = sheet.original.map { site.commons.site.file(ofSheetAt: $0.path) }
    let place = writtenPlace(of: sheet)
    return LocalizedText(
      fr: "\(place.french), de type « \(sheet.type.id) »"
        + (translated.map { ", qui traduit \($0)" } ?? ""),
      en: "\(place.english), of the type “\(sheet.type.id)”"
        + (translated.map { ", which translates \($0)" } ?? ""))
  }

  /// The file of the sheet, with the line of the row that gives it.
  private func writtenPlace(of sheet: Sheet) -> LocalizedText {
    site.commons.site.row(ofSheetAt: sheet.path).map { $0.start.place(from: "") }
      ?? LocalizedText(verbatim: sheet.path)
  }

  /// Returns where a place of the sheet is written, for who has its file before them.
  private func place(of location: SourceLocation, in sheet: Sheet) -> LocalizedText {
    let loaded = site.commons.site
    return loaded.written(location).place(from: loaded.file(ofSheetAt: sheet.path))
  }

  /// The fields by the names that their writer gave them, in the order of the file.
  private func fields(of sheet: Sheet, _ index: Int) -> [LocalizedText] {
    let written = WrittenKeys(try? site.commons.records[index].file.contents())
    var lines = sheet.locations.sorted { ($0.value.place, $0.key) < ($1.value.place, $1.key) }
      .map { key, location in
        let (name, place) = (written.name(of: key), place(of: location, in: sheet))
        return LocalizedText(
          fr: "\(name) : \(place.french)", en: "\(name): \(place.english)")
      }
    if sheet.locations["title"] == nil, sheet.locations["titre"] == nil, sheet.original == nil {
      lines.insert(
        LocalizedText(
          fr: "titre : « \(sheet.title) », de son premier intertitre ou du nom du fichier",
          en: "title: “\(sheet.title)”, from its first heading or the name of the file"), at: 0)
    }
    if let original = sheet.original {
      lines.append(
        LocalizedText(
          fr: "les autres : \(site.commons.site.file(ofSheetAt: original.path))",
          en: "the others: \(site.commons.site.file(ofSheetAt: original.path))"))
    }
    return lines
  }

  private func links(of sheet: Sheet, _ index: Int) -> [LocalizedText] {
    guard let lookups = site.rendered.documents.documents[index].lookups else {
      return [
        LocalizedText(
          fr: "l’un d’eux ne mène nulle part : voir « archipel check »",
          en: "one of them leads nowhere: see “archipel check”")
      ]
    }
    let provider = SheetLinkProvider(
      commons: site.commons, sheet: index, links: PageLinks(prefix: "", isOffline: false))
    var found: [Diagnostic] = []
    return lookups.requests.map { request in
      let target: String =
        switch provider.resolve(request, diagnostics: &found) {
        case .url(_, _, let page?, _, _): site.commons.site.sheets[page].path
        case .url(let url, _, _, _, _), .linkInstead(let url): url
        case .image(let image): image.url
        case .unresolved: "–"
        }
      let place = place(of: request.location, in: sheet)
      return LocalizedText(
        fr: "\(place.french) : \(request.destination) → \(target)",
        en: "\(place.english): \(request.destination) → \(target)")
    }
  }
}

/// The keys of a front matter as they were written: `titre`, where the program knows `title`.
private struct WrittenKeys {
  private let names: Set<String>

  /// Reads the words that start the lines of a file, before a colon.
  init(_ bytes: [UInt8]?) {
    let lines = (bytes ?? []).split(separator: UInt8(ascii: "\n"))
    names = Set(
      lines.compactMap { line in
        line.firstIndex(of: UInt8(ascii: ":")).map { colon in
          String(decoding: line[..<colon], as: UTF8.self).trimmingSuffix(while: { $0 == " " })
        }
      })
  }

  func name(of key: String) -> String {
    names.contains(key) ? key : CoreKey.spellings(of: key).first(where: names.contains) ?? key
  }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}

extension SourceLocation {
  /// The line, after the name of the file where it is another one.
  fileprivate func place(from own: String) -> LocalizedText {
    let file = path == own ? "" : path
    guard let position else { return LocalizedText(verbatim: path) }
    let comma = file.isEmpty ? "" : ", "
    return LocalizedText(
      fr: "\(file)\(comma)ligne \(position.line)", en: "\(file)\(comma)line \(position.line)")
  }

  fileprivate var place: SourcePosition { position ?? SourcePosition(line: 0, column: 0) }
}
