import Diagnostics
import Tools

/// What can be wrong with a canvas.
extension Diagnostic {
  static func canvas(
    _ fault: Canvas.Fault, in found: SheetCanvas, at list: SourceLocation
  ) -> Diagnostic {
    func place(_ zone: Int) -> SourceLocation {
      found.words.indices.contains(zone) ? found.words[zone].location : list
    }
    func name(_ zone: Int) -> String {
      found.words.indices.contains(zone) ? found.words[zone].title : String(zone + 1)
    }
    let (columns, rows) = (found.canvas.columns, found.canvas.rows)
    switch fault {
    case .empty:
      return Diagnostic(
        .error, id: "canvas.empty", at: list,
        LocalizedText(fr: "le canevas n’a pas de zone", en: "the canvas has no zone"),
        expected: LocalizedText(fr: "au moins une zone", en: "at least one zone"))
    case .tooManyZones(let count):
      return Diagnostic(
        .error, id: "canvas.zones", at: list,
        LocalizedText(
          fr: "le canevas a \(count) zones", en: "the canvas has \(count) zones"),
        expected: LocalizedText(
          fr: "au plus \(Canvas.maxZones) zones, pour que l’on puisse y écrire",
          en: "at most \(Canvas.maxZones) zones, so that people can write in them"))
    case .unusableGrid:
      return Diagnostic(
        .error, id: "canvas.grid", at: list,
        LocalizedText(
          fr: "la grille a \(columns) colonnes et \(rows) lignes",
          en: "the grid has \(columns) columns and \(rows) rows"),
        expected: LocalizedText(
          fr: "de 1 à \(Canvas.maxSide) colonnes, de 1 à \(Canvas.maxSide) lignes",
          en: "from 1 to \(Canvas.maxSide) columns, from 1 to \(Canvas.maxSide) rows"))
    case .outside(let zone):
      return Diagnostic(
        .error, id: "canvas.outside", at: place(zone),
        LocalizedText(
          fr: "la zone « \(name(zone)) » sort de la grille",
          en: "the zone “\(name(zone))” leaves the grid"),
        expected: LocalizedText(
          fr:
            "une place dans les \(columns) colonnes et les \(rows) lignes, qui se comptent depuis 1",
          en: "a place within \(columns) columns and \(rows) rows, which count from 1"))
    case .overlap(let zone, let earlier):
      return Diagnostic(
        .error, id: "canvas.overlap", at: place(zone),
        LocalizedText(
          fr: "les zones « \(name(zone)) » et « \(name(earlier)) » se recouvrent",
          en: "the zones “\(name(zone))” and “\(name(earlier))” overlap"),
        expected: LocalizedText(
          fr: "une zone par case de la grille", en: "one zone in each cell of the grid"))
    }
  }
}
