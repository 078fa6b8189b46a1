/// An object that an activity takes, and how many of it.
public struct Material: Sendable, Hashable {
  /// What the quantity is counted by.
  public enum Unit: String, Sendable, Hashable {
    case person
    case group
    case workshop
  }

  /// Its name.
  public let name: String
  /// How many of it one person, one group or the whole workshop takes.
  public let quantity: Double
  /// What the quantity is counted by.
  public let unit: Unit
  /// Whether nobody can use it a second time.
  public let isConsumed: Bool

  /// Creates a material.
  public init(_ name: String, _ quantity: Double, per unit: Unit, isConsumed: Bool = false) {
    self.name = name
    self.quantity = quantity
    self.unit = unit
    self.isConsumed = isConsumed
  }

  /// Returns how many a number of people in a number of groups take, in whole objects.
  func need(people: Int, groups: Int) -> Int {
    let count =
      switch unit {
      case .person: people
      case .group: groups
      case .workshop: 1
      }
    // What floating point adds below a millionth is no object more.
    let need = (quantity * Double(count) - 1e-6).rounded(.up)
    return Int(min(max(need, 0), 1_000_000_000))
  }
}
