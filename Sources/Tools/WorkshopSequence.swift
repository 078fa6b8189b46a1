/// A workshop as blocks of time that follow each other.
public struct WorkshopSequence: Sendable, Hashable {
  /// A block of time.
  public struct Block: Sendable, Hashable {
    /// What the group does; nil for a break or a free block.
    public let activity: Activity?
    /// How long it lasts, in minutes.
    public let minutes: Int
    /// How short it may become when a locked block comes too soon, in minutes.
    public let least: Int
    /// The minute of the day when it must start.
    public let lock: Int?
    /// Whether it takes place at the time of the block before it, with another part of the group.
    public let isParallel: Bool
    /// Whether the group rests.
    public let isRest: Bool
    /// Whether it goes on with an activity whose materials are counted already.
    public let isContinuation: Bool

    /// Creates a block.
    public init(
      activity: Activity? = nil, minutes: Int, least: Int? = nil, lock: Int? = nil,
      isParallel: Bool = false, isRest: Bool = false, isContinuation: Bool = false
    ) {
      self.activity = activity
      self.minutes = minutes
      self.least = min(least ?? activity?.length.lowerBound ?? minutes, minutes)
      self.lock = lock
      self.isParallel = isParallel
      self.isRest = isRest
      self.isContinuation = isContinuation
    }
  }

  /// How many blocks a sequence may hold.
  public static let maxBlocks = 100

  /// The minute of the day when it starts.
  public let start: Int
  /// The minute of the day when it must be over.
  public let end: Int?
  /// How many people take part.
  public let people: Int
  /// How many people run it.
  public let facilitators: Int
  /// How many people form a group.
  public let groupSize: Int
  /// The minutes between two blocks of work, for people to move.
  public let buffer: Int
  /// The id of the format: in one place, remote…; nil when it is not said.
  public let format: String?
  /// The blocks, in order.
  public let blocks: [Block]

  /// Creates a sequence.
  public init(
    start: Int, end: Int? = nil, people: Int, facilitators: Int = 1, groupSize: Int = 5,
    buffer: Int = 0, format: String? = nil, blocks: [Block]
  ) {
    self.start = start
    self.end = end
    self.people = people
    self.facilitators = facilitators
    self.groupSize = max(groupSize, 1)
    self.buffer = buffer
    self.format = format
    self.blocks = blocks
  }

  /// The blocks that take place at the same time, as ranges of ``blocks``.
  var rows: [Range<Int>] {
    var rows: [Range<Int>] = []
    for (index, block) in blocks.enumerated() {
      if block.isParallel, let last = rows.last {
        rows[rows.count - 1] = last.lowerBound..<(index + 1)
      } else {
        rows.append(index..<(index + 1))
      }
    }
    return rows
  }

  /// Returns how many people take part in each block of a row, which share the group.
  func share(of row: Range<Int>) -> Int { (people + row.count - 1) / max(row.count, 1) }
}
