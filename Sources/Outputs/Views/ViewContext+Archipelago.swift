import SiteGraph
import SiteLoading
import ContentModel
import Formats
import Theming

extension ViewContext {
  /// Returns the map of an archipelago, and the list that says the same.
  func archipelago(_ view: ArchipelagoView) -> TemplateValue {
    let islands = islands(of: view)
    let routes = routes(between: islands)
    let map = ArchipelagoMap(
      Archipelago(islands: islands.map { drawn($0, of: view) }, routes: routes))
    let overview = ArchipelagoMap(
      Archipelago(islands: islands.map(summed), routes: routes),
      width: ArchipelagoMap.overviewWidth)
    return .object([
      "title": .text(
        format.words.text("graphe_titre", ["titre": page.titles[sheet]])),
      "map": .html(map.encoded()), "overview": .html(overview.encoded()),
      "legend": .list(
        view.populations.enumerated().map { kind, population in
          .object([
            "mark": .html(ArchipelagoMap.mark(kind)),
            "label": .text(format.label(population.selection.type.pluralLabel)),
          ])
        }),
      "islands": .list(
        islands.indices.map { listed(islands[$0], at: $0, among: islands, routes) }),
      "more": more(
        view.populations.reduce(0) { $0 + commons.sheets(in: $1.selection).count }
          - islands.reduce(0) { $0 + $1.group.sheets.count }),
    ])
  }

  /// An island: sheets that share a value, and how they are called.
  private struct Island {
    var group: SheetGroup
    /// The value that its sheets share, as `fonctions/eprouvette`.
    let key: String
    /// The sheet about that value.
    let page: Int?
    /// Of each sheet, which sort it is.
    var kinds: [Int]
  }

  /// The most islands of one map: beyond, the last one takes the others.
  private static let maxIslands = 24
  /// The most routes of one map, the strongest.
  private static let maxRoutes = 60

  private func islands(of view: ArchipelagoView) -> [Island] {
    var islands: [Island] = []
    var placed: Set<Int> = []
    for (kind, population) in view.populations.enumerated() {
      let groups = groups(of: population.selection, by: population.grouping, keepsEmpty: false)
      for var group in groups {
        // A sheet lies on the first of its islands.
        group.sheets.removeAll { !placed.insert($0).inserted }
        if group.sheets.isEmpty { continue }
        let key = key(of: group, population)
        let kinds = [Int](repeating: kind, count: group.sheets.count)
        let same = islands.firstIndex { $0.key == key }
        if let place = same ?? (islands.count < Self.maxIslands ? nil : islands.count - 1) {
          islands[place].group.sheets += group.sheets
          islands[place].kinds += kinds
        } else {
          islands.append(
            Island(
              group: named(group, population), key: key, page: page(of: group, population),
              kinds: kinds))
        }
      }
    }
    return islands
  }

  /// Sheets of two types lie on one island when they bear the same term.
  private func key(of group: SheetGroup, _ population: ArchipelagoView.Population) -> String {
    if isWithoutValue(group, population) { return "\(population.selection.type.id)/\(group.id)" }
    if let vocabulary = population.grouping.kind.vocabulary { return "\(vocabulary)/\(group.id)" }
    return "\(population.grouping.key)/\(group.id)"
  }

  private func isWithoutValue(
    _ group: SheetGroup, _ population: ArchipelagoView.Population
  ) -> Bool {
    group.id == "sans-" + population.grouping.key
  }

  private func named(
    _ group: SheetGroup, _ population: ArchipelagoView.Population
  ) -> SheetGroup {
    guard isWithoutValue(group, population) else { return group }
    return SheetGroup(
      id: group.id + "-" + population.selection.type.id,
      label: format.words.text(
        "graphe_ailleurs", ["type": format.label(population.selection.type.pluralLabel)]),
      definition: nil, sheets: group.sheets)
  }

  private func page(of group: SheetGroup, _ population: ArchipelagoView.Population) -> Int? {
    guard let vocabulary = population.grouping.kind.vocabulary else { return nil }
    return commons.vocabularies[vocabulary]?.term(named: group.id)?.page
      .flatMap { commons.index(ofID: $0) }
  }

  /// The routes between islands: one for all links between the sheets of two, the strongest first.
  private func routes(between islands: [Island]) -> [Archipelago.Route] {
    var homes: [Int: Int] = [:]
    for (place, island) in islands.enumerated() {
      for sheet in island.group.sheets { homes[sheet] = place }
      if let page = island.page, homes[page] == nil { homes[page] = place }
    }
    var weights: [[Int]: Int] = [:]
    for (sheet, home) in homes {
      let targets = commons.relations(of: sheet).flatMap(\.targets)
      for other in Set(page.connections.backlinks(of: sheet) + targets) {
        guard let away = homes[other], away != home else { continue }
        weights[[min(home, away), max(home, away)], default: 0] += 1
      }
    }
    let routes = weights.map { Archipelago.Route(from: $0.key[0], to: $0.key[1], weight: $0.value) }
    return Array(
      routes.sorted { left, right in
        (-left.weight, left.start, left.end) < (-right.weight, right.start, right.end)
      }.prefix(Self.maxRoutes))
  }

  private func drawn(_ island: Island, of view: ArchipelagoView) -> Archipelago.Island {
    let places = zip(island.group.sheets, island.kinds).prefix(ArchipelagoMap.maxPlaces)
      .map { sheet, kind in
        Archipelago.Place(
          title: page.titles[sheet], url: links.page(encoded: commons.addresses[sheet]), kind: kind)
      }
    let hidden = island.group.sheets.count - places.count
    return Archipelago.Island(
      title: island.group.label,
      url: island.page.map { links.page(encoded: commons.addresses[$0]) }, places: places,
      note: hidden > 0 ? format.words.text("graphe_autres", count: hidden) : nil)
  }

  /// An island with the count of its sheets alone, whose name leads to the list of them.
  private func summed(_ island: Island) -> Archipelago.Island {
    Archipelago.Island(
      title: island.group.label, url: "#" + anchor(of: island.group), places: [],
      note: format.words.text("nombre_fiches", count: island.group.sheets.count))
  }

  private func listed(
    _ island: Island, at place: Int, among islands: [Island], _ routes: [Archipelago.Route]
  ) -> TemplateValue {
    let ways = routes.compactMap { route -> String? in
      guard route.start == place || route.end == place else { return nil }
      let other = islands[route.start == place ? route.end : route.start]
      return format.words.text(
        "graphe_route", ["ile": other.group.label, "n": format.integer(route.weight)])
    }
    return .object([
      "group": group(island.group) { sheet in
        .object([
          "title": .text(page.titles[sheet]),
          "url": .text(links.page(encoded: commons.addresses[sheet])),
        ])
      },
      "url": .optional(island.page.map { links.page(encoded: commons.addresses[$0]) }),
      "routes": .optional(ways.isEmpty ? nil : ways.joined(separator: ", ")),
    ])
  }
}

/// The names that an archipelago holds.
extension TemplateNames {
  static let archipelago = TemplateNames(
    "an archipelago",
    [
      Entry("title", .text, "what the map shows, in words"),
      Entry("map", .markup, "the map, in SVG"),
      Entry("overview", .markup, "islands alone, for narrow screens, in SVG; leads to their lists"),
      Entry(
        "legend",
        .list(
          TemplateNames(
            "a sign of the map",
            [Entry("mark", .markup, "the sign, in SVG"), Entry("label", .text, "what it is")])),
        "the signs of the map"),
      Entry("islands", .list(island), "the islands, as lists"), more,
    ])

  private static let island = TemplateNames(
    "an island",
    [
      Entry("group", .object(group(of: link)), "its sheets"),
      Entry("url", .text, "the page of its term, if it has one"),
      Entry("routes", .text, "the islands that it is linked to, in words"),
    ])
}
