/// What a sequence takes, object by object.
///
/// What is consumed adds up. What can be used again is needed once for all blocks, as many as the row
/// that takes most.
public struct ShoppingList: Sendable, Hashable {
  /// An object, how many of it, and what for.
  public struct Item: Sendable, Hashable {
    /// Its name, as the first activity gives it.
    public let name: String
    /// How many the sequence takes.
    public internal(set) var total: Int
    /// The blocks that take it.
    public internal(set) var blocks: [Int]
  }

  /// The objects, in the order in which the blocks take them.
  public private(set) var items: [Item] = []

  /// Adds up what the blocks of a sequence take.
  public init(_ sequence: WorkshopSequence) {
    var places: [String: Int] = [:]
    var reused: [Int: Int] = [:]
    for row in sequence.rows {
      let people = sequence.share(of: row)
      let groups = (people + sequence.groupSize - 1) / sequence.groupSize
      var inRow: [Int: Int] = [:]
      for block in row where !sequence.blocks[block].isContinuation {
        for material in sequence.blocks[block].activity?.materials ?? [] {
          let need = material.need(people: people, groups: groups)
          let place = place(of: material.name, in: &places)
          if items[place].blocks.last != block { items[place].blocks.append(block) }
          if material.isConsumed {
            items[place].total += need
          } else {
            inRow[place, default: 0] += need
          }
        }
      }
      for (place, need) in inRow { reused[place] = max(reused[place] ?? 0, need) }
    }
    for (place, need) in reused { items[place].total += need }
  }

  private mutating func place(of name: String, in places: inout [String: Int]) -> Int {
    let key = name.lowercased()
    if let place = places[key] { return place }
    places[key] = items.count
    items.append(Item(name: name, total: 0, blocks: []))
    return items.count - 1
  }
}
