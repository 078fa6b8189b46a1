import ContentModel
import Diagnostics
import MarkdownRendering

/// Tells what a file is made from: its sheet, its template, where each value and link comes from.
struct SheetFacts {
  private let site: PreparedSite
  private let file: PlannedFile
  private let template: String?

  init(_ site: PreparedSite, _ file: PlannedFile, template: String?) {
    self.site = site
    self.file = file
    self.template = template
  }

  var parts: [PageExplanation.Part] {
    var lines: [LocalizedText] = []
    let sheet = file.content.sheet
    if let sheet { lines.append(origin(of: site.commons.site.sheets[sheet])) }
    if let template {
      lines.append(LocalizedText(fr: "gabarit « \(template) »", en: "template “\(template)”"))
    }
    if lines.isEmpty { lines.append(LocalizedText(verbatim: file.origin)) }
    let made = PageExplanation.Part(
      title: LocalizedText(fr: "Faite de", en: "Made from"), lines: lines)
    guard let sheet else { return [made] }
    return [
      made,
      PageExplanation.Part(
        title: LocalizedText(fr: "Ses champs", en: "Its fields"),
        lines: fields(of: site.commons.site.sheets[sheet])),
      PageExplanation.Part(
        title: LocalizedText(fr: "Ses liens", en: "Its links"), lines: links(of: sheet)),
    ]
  }

  private func origin(of sheet: Sheet) -> LocalizedText {
    let translated = sheet.original.map { ($0.path) }
    return LocalizedText(
      fr: "\(sheet.path), de type « \(sheet.type.id) »"
        + (translated.map { ", qui traduit \($0)" } ?? ""),
      en: "\(sheet.path), of the type “\(sheet.type.id)”"
        + (translated.map { ", which translates \($0)" } ?? ""))
  }

  private func fields(of sheet: Sheet) -> [LocalizedText] {
    sheet.locations.sorted { ($0.value.place, $0.key) < ($1.value.place, $1.key) }
      .map { key, location in LocalizedText(verbatim: "\(key) : \(location.text)") }
  }

  private func links(of sheet: Int) -> [LocalizedText] {
    guard let lookups = site.documents.documents[sheet].lookups else {
      return [
        LocalizedText(
          fr: "l’un d’eux ne mène nulle part : voir « archipel check »",
          en: "one of them leads nowhere: see “archipel check”")
      ]
    }
    let provider = SheetLinkProvider(
      commons: site.commons, sheet: sheet, links: PageLinks(prefix: "", isOffline: false))
    var found: [Diagnostic] = []
    return lookups.requests.map { request in
      let target: String =
        switch provider.resolve(request, diagnostics: &found) {
        case .url(_, _, let page?, _, _): site.commons.site.sheets[page].path
        case .url(let url, _, _, _, _), .linkInstead(let url): url
        case .image(let image): image.url
        case .unresolved: "–"
        }
      return LocalizedText(
        verbatim: "\(request.destination) (\(request.location.text)) → \(target)")
    }
  }
}

extension SourceLocation {
  /// The place as messages show it.
  fileprivate var text: String {
    position.map { "\(path):\($0.line):\($0.column)" } ?? path
  }

  fileprivate var place: SourcePosition { position ?? SourcePosition(line: 0, column: 0) }
}

extension PlannedFile.Content {
  /// The sheet that the file is about.
  fileprivate var sheet: Int? {
    switch self {
    case .sheet(let index, _), .source(let index), .data(let index), .redirect(let index),
      .socialImage(let index), .event(let index):
      index
    default: nil
    }
  }
}
