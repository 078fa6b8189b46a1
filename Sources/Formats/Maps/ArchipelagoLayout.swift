/// Where the islands of an archipelago lie on its map: near those that they have routes to, never
/// on each other.
///
/// Numbers are added, multiplied and divided, and nothing else, so that every machine finds the same
/// places.
struct ArchipelagoLayout {
  /// The middle of an island, and how far it reaches from there.
  struct Box {
    var x: Double
    var y: Double
    let halfWidth: Double
    let halfHeight: Double
  }

  /// The width of the map.
  let width: Double
  /// The height of the map.
  private(set) var height = 0.0
  /// The islands, in their order.
  private(set) var boxes: [Box]

  /// The least water between two islands, and between an island and the edge.
  private static let strait = 26.0
  private static let steps = 240
  private static let maxSeparations = 400

  /// Lays islands out.
  ///
  /// - Complexity: O(*n*²) in the number of islands, which are few, for a bounded number of steps.
  init(_ sizes: [(width: Double, height: Double)], routes: [Archipelago.Route], width: Double) {
    let widest = sizes.map(\.width).max() ?? 0
    self.width = max(width, widest + 2 * Self.strait)
    boxes = sizes.map {
      Box(x: 0, y: 0, halfWidth: $0.width / 2, halfHeight: $0.height / 2)
    }
    placeInRows()
    let rows = boxes
    for _ in 0..<Self.steps {
      draw(together: routes)
      _ = separate()
    }
    var rounds = 0
    while separate(), rounds < Self.maxSeparations { rounds += 1 }
    if separate() { boxes = rows }
    fit()
  }

  /// Puts the islands side by side, row after row.
  private mutating func placeInRows() {
    var (x, top, bottom) = (Self.strait, Self.strait, 0.0)
    for index in boxes.indices {
      let box = boxes[index]
      if x + 2 * box.halfWidth + Self.strait > width, x > Self.strait {
        (x, top) = (Self.strait, bottom)
      }
      boxes[index].x = x + box.halfWidth
      boxes[index].y = top + box.halfHeight
      x += 2 * box.halfWidth + Self.strait
      bottom = max(bottom, top + 2 * box.halfHeight + Self.strait)
    }
  }

  /// Moves islands a little towards those that they have routes to, and all a little up.
  private mutating func draw(together routes: [Archipelago.Route]) {
    let heaviest = Double(routes.map(\.weight).max() ?? 1)
    for route in routes {
      let pull = 0.0012 * (0.3 + Double(route.weight) / heaviest)
      let (dx, dy) = (
        boxes[route.end].x - boxes[route.start].x, boxes[route.end].y - boxes[route.start].y
      )
      boxes[route.start].x += dx * pull
      boxes[route.start].y += dy * pull
      boxes[route.end].x -= dx * pull
      boxes[route.end].y -= dy * pull
    }
    for index in boxes.indices { boxes[index].y *= 0.997 }
  }

  /// Moves apart the islands that touch, along the shorter way; returns whether any did.
  private mutating func separate() -> Bool {
    var moved = false
    for left in boxes.indices {
      for right in boxes.indices where right > left {
        moved = separate(left, right) || moved
      }
    }
    for index in boxes.indices {
      let reach = boxes[index].halfWidth + Self.strait
      boxes[index].x = min(max(boxes[index].x, reach), width - reach)
    }
    return moved
  }

  private mutating func separate(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (boxes[left], boxes[right])
    let dx = second.x - first.x
    let dy = second.y - first.y
    let overlapX = first.halfWidth + second.halfWidth + Self.strait - abs(dx)
    let overlapY = first.halfHeight + second.halfHeight + Self.strait - abs(dy)
    guard overlapX > 0.5, overlapY > 0.5 else { return false }
    // The map is as wide as it is, and may grow downwards: side by side is better, where it fits.
    let sideBySide = 2 * (first.halfWidth + second.halfWidth) + 3 * Self.strait
    if overlapX < 2 * overlapY, sideBySide <= width {
      let push = (dx < 0 ? -overlapX : overlapX) / 2
      boxes[left].x -= push
      boxes[right].x += push
    } else {
      let push = (dy < 0 ? -overlapY : overlapY) / 2
      boxes[left].y -= push
      boxes[right].y += push
    }
    return true
  }

  /// Moves the map so that it starts at the top, and measures it.
  private mutating func fit() {
    let top = boxes.map { $0.y - $0.halfHeight }.min() ?? 0
    for index in boxes.indices { boxes[index].y += Self.strait - top }
    height = (boxes.map { $0.y + $0.halfHeight }.max() ?? 0) + Self.strait
  }
}
