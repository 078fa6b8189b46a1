import Testing

@testable import Formats

struct ArchipelagoMapTests {
  /// Islands with so many places each, and a route from each to the next ones.
  private static func archipelago(_ counts: [Int]) -> Archipelago {
    let islands = counts.enumerated().map { number, count in
      Archipelago.Island(
        title: "Île \(number)",
        places: (0..<count).map {
          Archipelago.Place(title: "Lieu \(number).\($0)", url: "\(number)-\($0)/", kind: $0)
        })
    }
    let routes = counts.indices.flatMap { start in
      [1, 3, 4].map { Archipelago.Route(from: start, to: (start + $0) % 8, weight: $0) }
    }
    return Archipelago(islands: islands, routes: routes)
  }

  @Test(arguments: [
    [3], [16, 16, 16, 16], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [12, 5, 4, 8, 19, 9, 6, 3, 4, 5],
    [Int](repeating: 40, count: 24), [], [0, 0],
  ])
  func laysIslandsOutApartFromEachOther(counts: [Int]) {
    let archipelago = Self.archipelago(counts)
    let sizes = counts.map { (width: 180 + Double($0) * 9, height: 60 + Double($0 % 9) * 26) }
    let layout = ArchipelagoLayout(sizes, routes: archipelago.routes, width: 1_180)
    #expect(layout.boxes.count == counts.count)
    for (index, box) in layout.boxes.enumerated() {
      #expect(box.x - box.halfWidth >= 0 && box.x + box.halfWidth <= layout.width)
      #expect(box.y - box.halfHeight >= 0 && box.y + box.halfHeight <= layout.height)
      for other in layout.boxes.dropFirst(index + 1) {
        let apart =
          abs(box.x - other.x) >= box.halfWidth + other.halfWidth
          || abs(box.y - other.y) >= box.halfHeight + other.halfHeight
        #expect(apart)
      }
    }
  }

  @Test func drawsTheSameMapEachTime() {
    let archipelago = Self.archipelago([12, 5, 4, 8, 19, 9, 6, 3])
    let first = ArchipelagoMap(archipelago).encoded()
    #expect(ArchipelagoMap(archipelago).encoded() == first)
    #expect(text(first).hasPrefix("<svg class=\"archipel\" viewBox=\"0 0 1180 "))
  }

  @Test func isAsNarrowAsAsked() {
    let islands = ["Éprouvette", "Archipel des pratiques", "Expérimentation"].map {
      Archipelago.Island(title: $0, url: "#\($0)", places: [], note: "12 fiches")
    }
    let map = text(
      ArchipelagoMap(Archipelago(islands: islands), width: ArchipelagoMap.overviewWidth).encoded())
    #expect(map.hasPrefix("<svg class=\"archipel\" viewBox=\"0 0 400 "))
    #expect(map.ranges(of: "<a ").count == 3)
    #expect(map.ranges(of: ">12 fiches</text>").count == 3)
  }

  @Test func writesAsManyPlacesAsAnIslandHolds() {
    let map = text(ArchipelagoMap(Self.archipelago([2_000, 2])).encoded())
    #expect(map.ranges(of: "<a ").count == ArchipelagoMap.maxPlaces + 2)
    #expect(map.utf8.count < 10_000)
  }

  @Test func cutsLongNamesAndEscapesThem() {
    let place = Archipelago.Place(
      title: "« Repenser » <l’accueil> & les parcours de toutes et tous", url: "a/?b=\"c\"&d")
    let island = Archipelago.Island(title: "A & B", url: "i/", places: [place], note: "et 2 autres")
    let map = text(ArchipelagoMap(Archipelago(islands: [island])).encoded())
    #expect(map.contains(">« Repenser » &lt;l’accueil&gt; &amp; les pa…</text>"))
    #expect(map.contains("href=\"a/?b=&quot;c&quot;&amp;d\""))
    #expect(map.contains("<a href=\"i/\"><text class=\"ile-nom\""))
    #expect(map.contains(">et 2 autres</text>"))
  }

  @Test func drawsNoRouteThatLeadsNowhere() {
    let islands = [Archipelago.Island(title: "A", places: [])]
    let routes = [
      Archipelago.Route(from: 0, to: 0, weight: 1), Archipelago.Route(from: 0, to: 4, weight: 1),
    ]
    #expect(Archipelago(islands: islands, routes: routes).routes.isEmpty)
  }
}
