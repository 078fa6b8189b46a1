/// Islands, the places on them, and the routes between them: what a map of an archipelago shows.
public struct Archipelago: Sendable, Hashable {
  /// A group of places.
  public struct Island: Sendable, Hashable {
    /// What it is called.
    public var title: String
    /// Where its name leads; nowhere when none.
    public var url: String?
    /// Its places, in the order in which they are written on it.
    public var places: [Place]
    /// The words below its places, such as how many more there are.
    public var note: String?

    /// Creates an island.
    public init(title: String, url: String? = nil, places: [Place], note: String? = nil) {
      self.title = title
      self.url = url
      self.places = places
      self.note = note
    }
  }

  /// Something on an island.
  public struct Place: Sendable, Hashable {
    /// What it is called.
    public var title: String
    /// Where it leads.
    public var url: String
    /// What sort of place it is, from 0: each has a mark of its own.
    public var kind: Int

    /// Creates a place.
    public init(title: String, url: String, kind: Int = 0) {
      self.title = title
      self.url = url
      self.kind = kind
    }
  }

  /// A way between two islands.
  public struct Route: Sendable, Hashable {
    /// The place in the list of one island.
    public var start: Int
    /// The place in the list of the other.
    public var end: Int
    /// How many links between the two groups it is drawn for.
    public var weight: Int

    /// Creates a route.
    public init(from start: Int, to end: Int, weight: Int) {
      self.start = start
      self.end = end
      self.weight = weight
    }
  }

  /// The islands.
  public var islands: [Island]
  /// The routes; those that lead from an island to itself, or nowhere, are not drawn.
  public var routes: [Route]

  /// Creates an archipelago.
  public init(islands: [Island], routes: [Route] = []) {
    self.islands = islands
    self.routes = routes.filter { route in
      route.start != route.end && islands.indices.contains(route.start)
        && islands.indices.contains(route.end)
    }
  }
}
