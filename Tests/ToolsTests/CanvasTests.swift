import Testing

@testable import Tools

struct CanvasTests {
  private func zone(_ column: Int, _ row: Int, _ width: Int = 1, _ height: Int = 1) -> Canvas.Zone {
    Canvas.Zone(column: column, row: row, width: width, height: height)
  }

  @Test func findsNoFaultInZonesSideBySide() {
    let zones = [zone(1, 1, 3), zone(1, 2, 1, 2), zone(2, 2, 2), zone(2, 3, 2)]
    #expect(Canvas(columns: 3, rows: 3, zones: zones).faults == [])
  }

  @Test func leavesCellsFree() {
    #expect(Canvas(columns: 12, rows: 12, zones: [zone(12, 12)]).faults == [])
  }

  @Test func findsNoZoneAndTooMany() {
    #expect(Canvas(columns: 3, rows: 3, zones: []).faults == [.empty])
    let many = Array(repeating: zone(1, 1), count: Canvas.maxZones + 1)
    #expect(Canvas(columns: 3, rows: 3, zones: many).faults == [.tooManyZones(25)])
  }

  @Test(arguments: [(0, 3), (3, 0), (-1, 3), (13, 3), (3, 13), (Int.max, 1)])
  func findsUnusableGrids(columns: Int, rows: Int) {
    let canvas = Canvas(columns: columns, rows: rows, zones: [zone(1, 1)])
    #expect(canvas.faults == [.unusableGrid])
  }

  @Test(arguments: [
    (0, 1, 1, 1), (1, 0, 1, 1), (4, 1, 1, 1), (1, 4, 1, 1), (3, 1, 2, 1), (1, 3, 1, 2),
    (1, 1, 0, 1),
    (1, 1, 1, -1), (2, 2, Int.max, 1), (Int.min, 1, 1, 1),
  ])
  func findsZonesOutsideTheGrid(column: Int, row: Int, width: Int, height: Int) {
    let canvas = Canvas(columns: 3, rows: 3, zones: [zone(column, row, width, height)])
    #expect(canvas.faults == [.outside(0)])
  }

  @Test func tellsOnceOfTwoZonesThatOverlap() {
    let canvas = Canvas(columns: 3, rows: 3, zones: [zone(1, 1, 3, 3), zone(2, 2, 2, 2)])
    #expect(canvas.faults == [.overlap(1, earlier: 0)])
  }
}
