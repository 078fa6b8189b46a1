package import ContentModel
import Formats
import SiteGraph
import TextEncoding
import Tools

/// Draws a canvas in black and white, to be printed in A4 or A3 and written on.
///
/// Its unit is a tenth of a millimetre on A4; a drawing grows without loss.
struct CanvasDrawing {
  /// The name of the file, beside the page of the sheet.
  static let fileName = "canevas.svg"

  let found: SheetCanvas
  let title: String
  /// The lines to fill in at the top: their labels.
  let blanks: [String]
  /// Author, source and licence.
  let credits: String
  let language: String
  let typeset: (String) -> String

  private static let margin = 100
  private static let top = 235
  private static let foot = 150
  private static let gap = 22
  private static let inset = 32
  /// The least that a zone leaves free under its words.
  private static let leastRoom = 80

  var width: Int { found.isPortrait ? 2_100 : 2_970 }
  var height: Int { found.isPortrait ? 2_970 : 2_100 }

  /// The zones whose words leave no room to write, by their places.
  var crowdedZones: [Int] {
    found.words.indices.filter { index in
      let box = self.box(of: found.canvas.zones[index])
      let lines = lines(of: index, in: box.width)
      return textHeight(lines) + Self.leastRoom > box.height
    }
  }

  /// The drawing as a file.
  ///
  /// - Parameter alternative: What it says, in words.
  func svg(alternative: String) -> [UInt8] {
    var svg: [UInt8] = []
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width / 10)mm\"")
    svg.append(" height=\"\(height / 10)mm\" viewBox=\"0 0 \(width) \(height)\"")
    svg.append(" xml:lang=\"\(language)\" role=\"img\" aria-labelledby=\"titre\"")
    svg.append(
      " font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\">\n<title id=\"titre\">")
    svg.append(contentsOf: Self.escaped(alternative))
    svg.append("</title>\n<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>\n")
    appendHead(to: &svg)
    for (index, zone) in found.canvas.zones.enumerated() where index < found.words.count {
      append(index, in: box(of: zone), to: &svg)
    }
    appendFoot(to: &svg)
    svg.append("</svg>\n")
    return svg
  }

  // MARK: Places

  private struct Box {
    let x, y, width, height: Int
  }

  private func box(of zone: Canvas.Zone) -> Box {
    let (columns, rows) = (max(found.canvas.columns, 1), max(found.canvas.rows, 1))
    let across = width - 2 * Self.margin + Self.gap
    let down = height - Self.top - Self.foot + Self.gap
    func place(_ index: Int, _ length: Int, _ count: Int) -> Int { length * index / count }
    let x = place(zone.column - 1, across, columns)
    let y = place(zone.row - 1, down, rows)
    return Box(
      x: Self.margin + x, y: Self.top + y,
      width: place(zone.column - 1 + zone.width, across, columns) - x - Self.gap,
      height: place(zone.row - 1 + zone.height, down, rows) - y - Self.gap)
  }

  private func lines(of index: Int, in width: Int) -> (title: [String], prompt: [String]) {
    let words = found.words[index]
    let room = width - 2 * Self.inset
    return (
      TextWrapping(size: 48, isBold: true).lines(of: typeset(words.title), in: room),
      TextWrapping(size: 36, isBold: false).lines(of: typeset(words.prompt), in: room)
    )
  }

  private func textHeight(_ lines: (title: [String], prompt: [String])) -> Int {
    40 + 54 * lines.title.count + (lines.prompt.isEmpty ? 0 : 8 + 46 * lines.prompt.count)
  }

  // MARK: Parts

  private func appendHead(to svg: inout [UInt8]) {
    let blank = found.isPortrait ? 380 : 520
    let room = width - 2 * Self.margin - blanks.count * (blank + 40)
    let lines = TextWrapping(size: 78, isBold: true).lines(of: title, in: max(room, 400))
    let start = lines.count > 1 ? 130 : 172
    for (index, line) in lines.prefix(2).enumerated() {
      append(line, x: Self.margin, y: start + 80 * index, size: 78, isBold: true, to: &svg)
    }
    for (index, label) in blanks.enumerated() {
      let x = width - Self.margin - (blanks.count - index) * (blank + 40) + 40
      append(label, x: x, y: 135, size: 34, isBold: false, to: &svg)
      svg.append("<path d=\"M\(x) 188h\(blank)\" stroke=\"#000\" stroke-width=\"3\"/>\n")
    }
  }

  private func append(_ index: Int, in box: Box, to svg: inout [UInt8]) {
    svg.append(
      "<rect x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" height=\"\(box.height)\"")
    svg.append(" rx=\"24\" fill=\"none\" stroke=\"#000\" stroke-width=\"6\"/>\n")
    let lines = lines(of: index, in: box.width)
    var y = box.y + 28
    for line in lines.title {
      y += 54
      append(line, x: box.x + Self.inset, y: y, size: 48, isBold: true, to: &svg)
    }
    y += 8
    for line in lines.prompt {
      y += 46
      append(line, x: box.x + Self.inset, y: y, size: 36, isBold: false, to: &svg)
    }
  }

  private func appendFoot(to svg: inout [UInt8]) {
    let room = width - 2 * Self.margin
    let legend = TextWrapping(size: 34, isBold: false).lines(of: typeset(found.legend), in: room)
    if let line = legend.first {
      append(line, x: Self.margin, y: height - 95, size: 34, isBold: false, to: &svg)
    }
    let credit = TextWrapping(size: 26, isBold: false).lines(of: credits, in: room)
    if let line = credit.first {
      append(line, x: Self.margin, y: height - 52, size: 26, isBold: false, to: &svg)
    }
  }

  private func append(
    _ text: String, x: Int, y: Int, size: Int, isBold: Bool, to svg: inout [UInt8]
  ) {
    svg.append("<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\"")
    if isBold { svg.append(" font-weight=\"700\"") }
    svg.append(">")
    svg.append(contentsOf: Self.escaped(text))
    svg.append("</text>\n")
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    HTMLEscaping.append(text, as: .xml, to: &bytes)
    return bytes
  }
}

extension [UInt8] {
  /// Appends words of the drawing's own, which need no escaping.
  fileprivate mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
