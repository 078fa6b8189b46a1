import ContentModel
package import Diagnostics
import SiteLoading
package import Tools

/// The canvas that a sheet holds, its zones with what they are called.
package struct SheetCanvas: Sendable {
  /// The words of a zone, as the sheet has them.
  package struct Words: Sendable {
    package let title: String
    /// What helps to fill it in.
    package let prompt: String
    /// Where it is written.
    package let location: SourceLocation
  }

  package let canvas: Canvas
  /// The words of the zones, in their order.
  package let words: [Words]
  package let isPortrait: Bool
  package let legend: String
}

extension LinkedSite {
  /// Returns the canvas of a sheet; nil when its type has none, or when it lacks its grid.
  package func canvas(of index: Int) -> SheetCanvas? {
    let sheet = sheets[index]
    guard let fields = sheet.type.canvas else { return nil }
    let values = FieldValue.object(sheet.fields)
    guard let columns = values.integer(at: fields.columns),
      let rows = values.integer(at: fields.rows)
    else { return nil }
    let zones = sheet.fields[fields.zones].map(\.elements) ?? []
    return SheetCanvas(
      canvas: Canvas(
        columns: columns, rows: rows,
        zones: zones.map { zone in
          Canvas.Zone(
            column: Self.place(at: fields.column, in: zone),
            row: Self.place(at: fields.row, in: zone),
            width: Self.place(at: fields.width, in: zone),
            height: Self.place(at: fields.height, in: zone))
        }),
      words: zones.map { zone in
        SheetCanvas.Words(
          title: Self.text(at: fields.title, in: zone),
          prompt: fields.prompt.map { Self.text(at: $0, in: zone) } ?? "",
          location: zone.firstLocation ?? sheet.location(of: fields.zones))
      },
      isPortrait: fields.portrait.map { values.flag(at: $0) } ?? false,
      legend: fields.legend.map { Self.text(at: $0, in: values) } ?? "")
  }

  /// A number of the grid: 1 where nothing is said, and past every grid where the number is.
  private static func place(at key: String, in zone: FieldValue) -> Int {
    zone.numbers(at: key).isEmpty ? 1 : zone.integer(at: key) ?? Int.max
  }

  private static func text(at key: String, in value: FieldValue) -> String {
    value.values(at: key.split(separator: ".")).lazy.compactMap(\.string).first ?? ""
  }

  /// Reports the canvases that cannot be drawn.
  package func checkCanvases(reporting diagnostics: inout [Diagnostic]) {
    for (index, sheet) in site.sheets.enumerated() {
      guard let fields = sheet.type.canvas, let found = canvas(of: index) else { continue }
      let list = sheet.location(of: fields.zones)
      for fault in found.canvas.faults {
        diagnostics.append(.canvas(fault, in: found, at: list))
      }
    }
  }
}
