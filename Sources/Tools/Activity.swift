/// Something that a group does: what a sequence needs to know of a method.
public struct Activity: Sendable, Hashable {
  /// How long it usually takes, in minutes.
  public let minutes: Int
  /// The shortest and the longest time that it works in, in minutes.
  public let length: ClosedRange<Int>
  /// How many people may take part.
  public let people: ClosedRange<Int>
  /// How many people it takes to run it.
  public let facilitators: Int
  /// The ids of the formats that it suits; all when it names none.
  public let formats: [String]
  /// What it takes.
  public let materials: [Material]

  /// Creates an activity.
  public init(
    minutes: Int, length: ClosedRange<Int>, people: ClosedRange<Int>, facilitators: Int = 1,
    formats: [String] = [], materials: [Material] = []
  ) {
    self.minutes = minutes
    self.length = length
    self.people = people
    self.facilitators = facilitators
    self.formats = formats
    self.materials = materials
  }
}
