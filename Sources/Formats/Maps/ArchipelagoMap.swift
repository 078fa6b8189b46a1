import TextEncoding
/// An archipelago as an SVG drawing, to stand in a page: shores, routes under them, names as links.
///
/// Colours and fonts are the page's: every part has a class. So is the name of the drawing: what
/// it stands in says it.
public struct ArchipelagoMap: Sendable {
  /// The most places that are written on one island; lists hold the others.
  public static let maxPlaces = 16
  /// The least width of a map with names of places, in the units of its drawing.
  public static let fullWidth = 1_180.0
  /// The least width of a map that a telephone shows whole, when it names islands alone.
  public static let overviewWidth = 400.0

  private static let rowHeight = 26.0
  private static let titleHeight = 40.0
  private static let maxLabel = 34
  /// About the widest that a letter is on average, in a label and in a title.
  private static let letterWidth = 7.4
  private static let titleLetterWidth = 9.8
  private static let markWidth = 18.0

  private let archipelago: Archipelago
  private let layout: ArchipelagoLayout

  /// Lays a map out, as wide as asked or as its widest island needs.
  public init(_ archipelago: Archipelago, width: Double = ArchipelagoMap.fullWidth) {
    self.archipelago = archipelago
    layout = ArchipelagoLayout(
      archipelago.islands.map(Self.size), routes: archipelago.routes, width: width)
  }

  /// Returns the drawing, in UTF-8.
  public func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    let (width, height) = (Int(layout.width.rounded()), Int(layout.height.rounded()))
    bytes.append("<svg class=\"archipel\"")
    bytes.append(attribute: "viewBox", "0 0 \(width) \(height)")
    bytes.append(">\n")
    for route in archipelago.routes { append(route, to: &bytes) }
    for (index, island) in archipelago.islands.enumerated() {
      append(island, at: index, to: &bytes)
    }
    bytes.append("</svg>\n")
    return bytes
  }

  /// The marks of a kind of place: a disc, a square, a lozenge, a ring; then again from the start.
  public static func mark(_ kind: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append("<svg class=\"archipel-repere\" viewBox=\"-8 -8 16 16\" aria-hidden=\"true\">")
    appendMark(kind, x: 0, y: 0, to: &bytes)
    bytes.append("</svg>")
    return bytes
  }

  // MARK: Measures

  private static func columns(of island: Archipelago.Island) -> Int {
    min(island.places.count, maxPlaces) > 8 ? 2 : 1
  }

  private static func rows(of island: Archipelago.Island) -> Int {
    let columns = columns(of: island)
    return (min(island.places.count, maxPlaces) + columns - 1) / columns
  }

  private static func columnWidth(of island: Archipelago.Island) -> Double {
    let longest = island.places.prefix(maxPlaces).map { label($0.title).count }.max() ?? 0
    return Double(longest) * letterWidth + markWidth + 12
  }

  /// The room that an island takes, its shore included.
  private static func size(of island: Archipelago.Island) -> (width: Double, height: Double) {
    let note = island.note.map { Double($0.count) * letterWidth } ?? 0
    let width = max(
      Double(columns(of: island)) * columnWidth(of: island),
      Double(label(island.title).count) * titleLetterWidth, note, 90)
    let height =
      titleHeight + Double(rows(of: island)) * rowHeight + (note > 0 ? rowHeight : 0)
    // The shore cuts the corners of a box: the names keep clear of it.
    return (width * 1.1 + 2 * (IslandOutline.bay + 14), height * 1.1 + 2 * (IslandOutline.bay + 10))
  }

  private static func label(_ title: String) -> String {
    if title.count <= maxLabel { return title }
    let start = title.prefix(maxLabel - 1)
    return start[...(start.lastIndex { !$0.isWhitespace } ?? start.startIndex)] + "…"
  }

  // MARK: Parts

  private func append(_ route: Archipelago.Route, to bytes: inout [UInt8]) {
    let (start, end) = (layout.boxes[route.start], layout.boxes[route.end])
    let heaviest = archipelago.routes.map(\.weight).max() ?? 1
    let strength = 1 + min(3, 4 * (route.weight - 1) / max(1, heaviest))
    let bend = (x: (start.y - end.y) * 0.12, y: (end.x - start.x) * 0.12)
    let middle = (x: (start.x + end.x) / 2 + bend.x, y: (start.y + end.y) / 2 + bend.y)
    bytes.append("<path")
    bytes.append(attribute: "class", "route route-\(strength)")
    bytes.append(
      attribute: "d",
      "M\(Self.whole(start.x)) \(Self.whole(start.y))Q\(Self.whole(middle.x)) "
        + "\(Self.whole(middle.y)) \(Self.whole(end.x)) \(Self.whole(end.y))")
    bytes.append("/>\n")
  }

  private func append(
    _ island: Archipelago.Island, at index: Int, to bytes: inout [UInt8]
  ) {
    let box = layout.boxes[index]
    let shore = IslandOutline(box, seed: index).path
    for part in ["ile-eau", "ile-terre"] {
      bytes.append("<path")
      bytes.append(attribute: "class", part)
      bytes.append(attribute: "d", shore)
      bytes.append("/>\n")
    }
    let columns = Double(Self.columns(of: island))
    let columnWidth = Self.columnWidth(of: island)
    let rows = Self.rows(of: island)
    let noteHeight = island.note == nil ? 0 : Self.rowHeight
    let top = box.y - (Self.titleHeight + Double(rows) * Self.rowHeight + noteHeight) / 2
    appendText(
      island.title, class: "ile-nom", x: box.x, y: top + 24, url: island.url, to: &bytes
    )
    let left = box.x - columns * columnWidth / 2
    for (place, spot) in island.places.prefix(Self.maxPlaces).enumerated() {
      let x = left + Double(place / max(1, rows)) * columnWidth
      let y = top + Self.titleHeight + (Double(place % max(1, rows)) + 0.5) * Self.rowHeight
      append(spot, x: x, y: y, to: &bytes)
    }
    if let note = island.note {
      let y = top + Self.titleHeight + (Double(rows) + 0.5) * Self.rowHeight + 5
      appendText(note, class: "ile-note", x: box.x, y: y, url: nil, to: &bytes)
    }
  }

  private func append(
    _ place: Archipelago.Place, x: Double, y: Double, to bytes: inout [UInt8]
  ) {
    bytes.append("<a")
    bytes.append(attribute: "href", place.url)
    Self.append(nameOf: place.title, to: &bytes)
    bytes.append(">")
    Self.appendMark(place.kind, x: x + 6, y: y, to: &bytes)
    bytes.append("<text class=\"lieu-nom\"")
    bytes.append(attribute: "x", "\(Self.whole(x + Self.markWidth))")
    bytes.append(attribute: "y", "\(Self.whole(y + 5))")
    bytes.append(">")
    bytes.append(escaping: Self.label(place.title))
    bytes.append("</text></a>\n")
  }

  private func appendText(
    _ text: String, class name: String, x: Double, y: Double, url: String?,
    to bytes: inout [UInt8]
  ) {
    if let url {
      bytes.append("<a")
      bytes.append(attribute: "href", url)
      Self.append(nameOf: text, to: &bytes)
      bytes.append(">")
    }
    bytes.append("<text")
    bytes.append(attribute: "class", name)
    bytes.append(attribute: "x", "\(Self.whole(x))")
    bytes.append(attribute: "y", "\(Self.whole(y))")
    bytes.append(" text-anchor=\"middle\">")
    bytes.append(escaping: name == "ile-nom" ? Self.label(text) : text)
    bytes.append("</text>")
    if url != nil { bytes.append("</a>") }
    bytes.append("\n")
  }

  /// Names a link whole where its title is drawn short.
  private static func append(nameOf title: String, to bytes: inout [UInt8]) {
    if label(title) != title { bytes.append(attribute: "aria-label", title) }
  }

  private static func appendMark(_ kind: Int, x: Double, y: Double, to bytes: inout [UInt8]) {
    let (x, y) = (whole(x), whole(y))
    let shape =
      switch kind % 4 {
      case 0: "M\(x - 5) \(y)a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"
      case 1: "M\(x - 4) \(y - 4)h9v9h-9z"
      case 2: "M\(x) \(y - 6)l6 6l-6 6l-6 -6z"
      default: "M\(x - 5) \(y + 4)h11l-5.5 -10z"
      }
    bytes.append("<path")
    bytes.append(attribute: "class", "lieu lieu-\(kind % 4)")
    bytes.append(attribute: "d", shape)
    bytes.append("/>")
  }

  private static func whole(_ number: Double) -> Int { Int(number.rounded()) }
}
