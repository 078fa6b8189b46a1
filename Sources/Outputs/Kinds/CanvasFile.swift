import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading
import Tools

/// The drawing of a canvas, beside the page of its sheet.
package struct CanvasFile: Output {
  package let path: String
  package let origin: String
  private let index: Int

  package var sheet: Int? { index }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.sheets.enumerated().filter { $1.type.canvas != nil }.map { index, sheet in
      CanvasFile(
        path: site.folders[index] + CanvasDrawing.fileName, origin: sheet.path, index: index)
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(fr: "le canevas à imprimer", en: "the canvas to print")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    guard let found = renderer.commons.canvas(of: index), found.canvas.faults.isEmpty else {
      return []
    }
    let (drawing, alternative) = renderer.context.drawing(of: found, index)
    for zone in drawing.crowdedZones { diagnostics.append(.crowdedZone(found.words[zone])) }
    return drawing.svg(alternative: alternative)
  }
}
