import ContentModel
import SiteGraph
import SiteLoading
import Theming

extension PageContext {
  /// Returns the drawing of the canvas of a sheet, and what it says in words.
  mutating func drawing(of found: SheetCanvas, _ index: Int) -> (CanvasDrawing, String) {
    let format = format(commons.language(of: index))
    let drawing = CanvasDrawing(
      found: found, title: titles[index],
      blanks: [format.words.text("canevas_equipe"), format.words.text("canevas_date")],
      credits: creditsLine(of: index, format) ?? "", language: format.language,
      typeset: format.typeset)
    return (drawing, alternative(of: found, index, format))
  }

  /// Returns the canvases that a sheet is linked to by the relations of a type.
  func canvases(of index: Int, links: PageLinks, format: ValueFormat) -> TemplateValue {
    let targets = commons.relations(of: commons.translations.original(of: index))
      .flatMap(\.targets)
      .map { commons.translations.version(of: $0, in: format.language) }
      .filter { commons.canvas(of: $0) != nil }
    return .list(targets.map { canvas(of: $0, links: links, format: format) })
  }

  /// Returns the drawing and zones of a sheet that is a canvas; none for any other.
  func canvas(of index: Int, links: PageLinks, format: ValueFormat) -> TemplateValue {
    guard let found = commons.canvas(of: index) else { return .none }
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
