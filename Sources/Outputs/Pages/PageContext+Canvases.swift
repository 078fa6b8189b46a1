import ContentModel
import SiteGraph
import SiteLoading
import Theming

extension PageContext {
  /// Returns the drawing of the canvas of a sheet, and what it says in words.
  mutating func drawing(of found: SheetCanvas, _ index: Int) -> (CanvasDrawing, String) {
    let format = format(commons.language(of: index))
    let credits = self.credits(of: index, links: links(from: ""), format: format)
      .first { $0.0 == "credits_line" }?.1
    var line = ""
    if case .text(let text) = credits { line = text }
    let drawing = CanvasDrawing(
      found: found, title: titles[index],
      blanks: [format.words.text("canevas_equipe"), format.words.text("canevas_date")],
      credits: line, language: format.language, typeset: format.typeset)
    return (drawing, alternative(of: found, index, format))
  }

  /// Returns `canvas`, for a sheet that is one, and `canvases`, those that the sheet is linked to by the
  /// relations of a type.
  func canvases(
    of index: Int, links: PageLinks, format: ValueFormat
  ) -> [(String, TemplateValue)] {
    var values: [(String, TemplateValue)] = []
    if let own = canvas(of: index, links: links, format: format) {
      values.append(("canvas", own))
    }
    let original = commons.translations.original(of: index)
    let related = commons.relations(of: original).flatMap(\.targets).compactMap { target in
      canvas(
        of: commons.translations.version(of: target, in: format.language), links: links,
        format: format)
    }
    values.append(("canvases", .list(related)))
    return values
  }

  private func canvas(
    of index: Int, links: PageLinks, format: ValueFormat
  ) -> TemplateValue? {
    guard let found = commons.canvas(of: index) else { return nil }
    return .object([
      "title": .text(titles[index]), "portrait": .flag(found.isPortrait),
      "url": .text(links.page(encoded: commons.addresses[index])),
      "drawing": .text(links.file(commons.addresses[index] + CanvasDrawing.fileName)),
      "alternative": .text(alternative(of: found, index, format)),
      "legend": .optional(found.legend.isEmpty ? nil : format.typeset(found.legend)),
      "zones": .list(
        found.words.map { words in
          .object([
            "title": .text(format.typeset(words.title)),
            "prompt": .optional(words.prompt.isEmpty ? nil : format.typeset(words.prompt)),
          ])
        }),
    ])
  }

  private func alternative(of found: SheetCanvas, _ index: Int, _ format: ValueFormat) -> String {
    format.words.text(
      "canevas_alternative", count: found.words.count,
      [
        "titre": titles[index],
        "zones": found.words.map { format.typeset($0.title) }.joined(separator: ", "),
      ])
  }
}
