/// The shore of an island: a closed line around a box, each a little different.
struct IslandOutline {
  /// The corners of a squarish oval (|x|⁴ + |y|⁴ = 1), every 22.5 degrees.
  private static let oval: [(x: Double, y: Double)] = [
    (1, 0), (0.9928, 0.4112), (0.8409, 0.8409), (0.4112, 0.9928), (0, 1), (-0.4112, 0.9928),
    (-0.8409, 0.8409), (-0.9928, 0.4112), (-1, 0), (-0.9928, -0.4112), (-0.8409, -0.8409),
    (-0.4112, -0.9928), (0, -1), (0.4112, -0.9928), (0.8409, -0.8409), (0.9928, -0.4112),
  ]
  /// How far a bay reaches into the shore.
  static let bay = 12.0

  /// The points of the shore.
  private let points: [(x: Double, y: Double)]

  /// Draws a shore inside a box; the seed says where its bays are.
  init(_ box: ArchipelagoLayout.Box, seed: Int) {
    var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
    points = Self.oval.map { corner in
      // Knuth's linear congruential generator (MMIX).
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let depth = Double(state >> 40) / Double(1 << 24) * Self.bay
      return (
        box.x + corner.x * (box.halfWidth - depth), box.y + corner.y * (box.halfHeight - depth)
      )
    }
  }

  /// The line as the attribute `d` of a path: a Catmull-Rom spline through the points.
  var path: String {
    func text(_ point: (x: Double, y: Double)) -> String {
      "\(Int(point.x.rounded())) \(Int(point.y.rounded()))"
    }
    var path = "M" + text(points[0])
    for index in points.indices {
      func point(_ offset: Int) -> (x: Double, y: Double) {
        points[(index + offset + points.count) % points.count]
      }
      let (before, start, end, after) = (point(-1), point(0), point(1), point(2))
      let leaving = (start.x + (end.x - before.x) / 6, start.y + (end.y - before.y) / 6)
      let arriving = (end.x - (after.x - start.x) / 6, end.y - (after.y - start.y) / 6)
      path += "C" + text(leaving) + " " + text(arriving) + " " + text(end)
    }
    return path + "Z"
  }
}
