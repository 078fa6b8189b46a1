import TextEncoding

/// Horizontal bars as an SVG image, each under its label and followed by its value.
///
/// The image is 320 units wide, so that its text keeps its size on a narrow screen; it takes the
/// colour of the text around it.
struct BarDrawing {
  private static let width = 320
  private static let rowHeight = 44
  private static let barHeight = 16
  private static let maxLabel = 44
  /// About the width of a digit, and of the space before a value.
  private static let digitWidth = 8

  let bars: [ChartComponent.Bar]
  let unit: String?
  let format: NumberFormat

  /// Appends the image, which assistive technologies skip: its table says the same.
  func append(to html: inout [UInt8]) {
    html.append("<svg class=\"graphique-image\" viewBox=\"0 0 ")
    html.append(decimal: Self.width)
    html.append(" ")
    html.append(decimal: bars.count * Self.rowHeight)
    html.append("\" aria-hidden=\"true\" focusable=\"false\">\n")
    let largest = bars.map(\.value).max() ?? 0
    let maxBar = maxBar
    for (row, bar) in bars.enumerated() {
      let share = largest > 0 ? bar.value / largest : 0
      let length = Int((share * Double(maxBar)).rounded())
      append(bar, top: row * Self.rowHeight, length: length, to: &html)
    }
    html.append("</svg>\n")
  }

  /// The length that leaves room for the values; long units may not take more than half of it.
  private var maxBar: Int {
    let maxValue = bars.map { value(of: $0).count }.max() ?? 0
    return max(Self.width / 2, Self.width - Self.digitWidth * (maxValue + 1))
  }

  private func value(of bar: ChartComponent.Bar) -> String {
    guard let unit else { return format.number(bar.value) }
    // A word stands apart from its number, a sign such as % close to it.
    let space = unit.first?.isLetter == true ? "\u{A0}" : "\u{202F}"
    return format.number(bar.value) + space + unit
  }

  private func append(
    _ bar: ChartComponent.Bar, top: Int, length: Int, to html: inout [UInt8]
  ) {
    append(
      """
      <text class="graphique-libelle" x="0" y="\(top + 14)" font-size="13" fill="currentColor">
      """, text: shortened(bar.label), to: &html)
    let rectangle = """
      <rect class="graphique-barre" x="0" y="\(top + 20)" width="\(length)" \
      height="\(Self.barHeight)" fill="currentColor" />

      """
    html.append(contentsOf: rectangle.utf8)
    append(
      """
      <text class="graphique-valeur" x="\(length + Self.digitWidth)" y="\(top + 33)" \
      font-size="13" fill="currentColor">
      """, text: value(of: bar), to: &html)
  }

  private func append(_ tag: String, text: String, to html: inout [UInt8]) {
    html.append(contentsOf: tag.utf8)
    HTMLEscaping.append(text, to: &html)
    html.append("</text>\n")
  }

  /// The whole label stands in the table.
  private func shortened(_ label: String) -> String {
    label.count <= Self.maxLabel ? label : label.prefix(Self.maxLabel - 1) + "…"
  }
}
