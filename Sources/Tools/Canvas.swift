/// A sheet of paper cut into zones to write in: a grid, and where each zone lies on it.
public struct Canvas: Sendable, Hashable {
  /// The most zones: beyond it, none is large enough to write in.
  public static let maxZones = 24
  /// The most columns, and the most rows.
  public static let maxSide = 12

  /// A rectangle of the grid, whose columns and rows count from 1.
  public struct Zone: Sendable, Hashable {
    /// Its first column.
    public let column: Int
    /// Its first row.
    public let row: Int
    /// How many columns it takes.
    public let width: Int
    /// How many rows it takes.
    public let height: Int

    /// Creates a zone.
    public init(column: Int, row: Int, width: Int, height: Int) {
      self.column = column
      self.row = row
      self.width = width
      self.height = height
    }
  }

  /// What is wrong with a canvas.
  public enum Fault: Sendable, Hashable {
    /// It has no zone.
    case empty
    /// It has more zones than ``Canvas/maxZones``.
    case tooManyZones(Int)
    /// The grid has no column or row, or more than ``Canvas/maxSide``.
    case unusableGrid
    /// A zone, by its place, leaves the grid.
    case outside(Int)
    /// A zone covers a part of an earlier one.
    case overlap(Int, earlier: Int)
  }

  /// How many columns the grid has.
  public let columns: Int
  /// How many rows it has.
  public let rows: Int
  /// The zones, in the order of reading.
  public let zones: [Zone]

  /// Creates a canvas, which ``faults`` judges.
  public init(columns: Int, rows: Int, zones: [Zone]) {
    self.columns = columns
    self.rows = rows
    self.zones = zones
  }

  /// What is wrong with it: empty for a canvas that can be drawn.
  public var faults: [Fault] {
    let sides = 1...Self.maxSide
    guard !zones.isEmpty else { return [.empty] }
    guard zones.count <= Self.maxZones else { return [.tooManyZones(zones.count)] }
    guard sides.contains(columns), sides.contains(rows) else { return [.unusableGrid] }
    var found: [Fault] = []
    var owners = [Int?](repeating: nil, count: columns * rows)
    for (place, zone) in zones.enumerated() {
      guard contains(zone) else {
        found.append(.outside(place))
        continue
      }
      var covered: Int?
      for row in zone.row..<(zone.row + zone.height) {
        for column in zone.column..<(zone.column + zone.width) {
          let cell = (row - 1) * columns + column - 1
          covered = covered ?? owners[cell]
          owners[cell] = owners[cell] ?? place
        }
      }
      if let covered { found.append(.overlap(place, earlier: covered)) }
    }
    return found
  }

  private func contains(_ zone: Zone) -> Bool {
    zone.column >= 1 && zone.row >= 1 && zone.width >= 1 && zone.height >= 1
      && zone.column <= columns && zone.row <= rows
      && zone.width <= columns - zone.column + 1 && zone.height <= rows - zone.row + 1
  }
}
