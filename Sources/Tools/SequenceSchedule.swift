/// When each block of a sequence starts and ends.
///
/// Blocks follow each other. A locked block starts at its time: free time comes before it when the
/// blocks before it end early; when they end late, the buffers before it give way, then the blocks
/// before it, the last one first, each down to its least. The page reckons the same with `calculs.js`;
/// both reproduce `Tests/Fixtures/tools/cases.json`.
public struct SequenceSchedule: Sendable, Hashable {
  /// The time of a block.
  public struct Time: Sendable, Hashable {
    /// The minute of the day when it starts.
    public internal(set) var start: Int
    /// How long it lasts.
    public internal(set) var minutes: Int
    /// The free time before it, in minutes.
    public internal(set) var slack = 0

    /// The minute of the day when it ends.
    public var end: Int { start + minutes }
  }

  /// The times of the blocks, in their order.
  public private(set) var times: [Time]
  /// The minute of the day when the last block ends.
  public private(set) var end: Int
  /// What readers should know, in the order of the blocks.
  public private(set) var warnings: [SequenceWarning] = []

  private let sequence: WorkshopSequence
  private let rows: [Range<Int>]
  private var buffers: [Int]

  /// Reckons the times of a sequence.
  ///
  /// - Complexity: O(*n*²) in the number of blocks at most, when each is locked and late.
  public init(_ sequence: WorkshopSequence) {
    self.sequence = sequence
    rows = sequence.rows
    times = sequence.blocks.map { Time(start: sequence.start, minutes: $0.minutes) }
    end = sequence.start
    buffers = Self.buffers(of: sequence, rows)
    // The first of the rows that may give way to the next lock.
    var first = 0
    for row in rows.indices {
      let lock = lock(of: row)
      if let lock, arrival(at: row) > lock {
        let late = giveWay(arrival(at: row) - lock, in: first...row)
        for earlier in first..<row { set(earlier, start: arrival(at: earlier), slack: 0) }
        if late > 0 { warnings.append(.lateLock(block: rows[row].lowerBound, minutes: late)) }
      }
      let start = max(arrival(at: row), lock ?? 0)
      set(row, start: start, slack: start - arrival(at: row))
      if lock != nil { first = row + 1 }
    }
    warnings += blockWarnings() + restWarnings()
    if let limit = sequence.end, end > limit { warnings.append(.pastEnd(minutes: end - limit)) }
    if end > 1_440 { warnings.append(.pastMidnight) }
  }

  /// The buffers before each row: between two rows of work alone.
  private static func buffers(of sequence: WorkshopSequence, _ rows: [Range<Int>]) -> [Int] {
    rows.indices.map { row in
      guard row > 0 else { return 0 }
      let around = [rows[row - 1], rows[row]].map { sequence.blocks[$0.lowerBound].isRest }
      return around.contains(true) ? 0 : sequence.buffer
    }
  }

  private func lock(of row: Int) -> Int? {
    rows[row].lazy.compactMap { sequence.blocks[$0].lock }.first
  }

  private func minutes(of row: Int) -> Int { rows[row].map { times[$0].minutes }.max() ?? 0 }

  /// Returns when the group gets to a row.
  private func arrival(at row: Int) -> Int {
    guard row > 0 else { return sequence.start }
    return times[rows[row - 1].lowerBound].start + minutes(of: row - 1) + buffers[row]
  }

  private mutating func set(_ row: Int, start: Int, slack: Int) {
    for block in rows[row] {
      times[block].start = start
      times[block].slack = block == rows[row].lowerBound ? slack : 0
    }
    end = start + minutes(of: row)
  }

  /// Shortens the buffers before a locked row, then the rows, the last one first.
  ///
  /// - Returns: The minutes that remain.
  private mutating func giveWay(_ minutes: Int, in range: ClosedRange<Int>) -> Int {
    var late = minutes
    for row in range.reversed() {
      let given = min(buffers[row], late)
      buffers[row] -= given
      late -= given
    }
    for row in range.dropLast().reversed() {
      let length = self.minutes(of: row)
      let least =
        rows[row].map { min(times[$0].minutes, sequence.blocks[$0].least) }.max() ?? length
      let given = min(length - least, late)
      for block in rows[row] { times[block].minutes = min(times[block].minutes, length - given) }
      late -= given
    }
    return late
  }

  private func blockWarnings() -> [SequenceWarning] {
    var found: [SequenceWarning] = []
    for row in rows {
      let share = sequence.share(of: row)
      var facilitators = 0
      for block in row {
        guard let activity = sequence.blocks[block].activity else { continue }
        facilitators += activity.facilitators
        if sequence.blocks[block].isContinuation { continue }
        if !activity.people.contains(share) {
          found.append(.group(block: block, people: share, range: activity.people))
        }
        if let format = sequence.format, !activity.formats.isEmpty,
          !activity.formats.contains(format)
        {
          found.append(.format(block: block))
        }
        if !activity.length.contains(minutes(of: activity, from: block)) {
          found.append(.length(block: block, range: activity.length))
        }
      }
      if facilitators > sequence.facilitators {
        found.append(.facilitators(block: row.lowerBound, needed: facilitators))
      }
    }
    return found
  }

  /// Returns how long an activity lasts that starts in a block, with the blocks that go on with it.
  private func minutes(of activity: Activity, from block: Int) -> Int {
    let rest = sequence.blocks[(block + 1)...].filter {
      $0.isContinuation && $0.activity == activity
    }
    return rest.reduce(sequence.blocks[block].minutes) { $0 + $1.minutes }
  }

  /// Free time and blocks of rest part the stretches of work.
  private func restWarnings() -> [SequenceWarning] {
    var found: [SequenceWarning] = []
    var since = sequence.start
    func check(until moment: Int, after block: Int) {
      let minutes = moment - since
      if minutes > SequenceWarning.maxStretch {
        found.append(.stretch(block: block, minutes: minutes))
      }
    }
    for (number, row) in rows.enumerated() {
      let first = times[row.lowerBound]
      let isRest = sequence.blocks[row.lowerBound].isRest
      if isRest || first.slack > 0 {
        check(until: first.start - first.slack, after: max(row.lowerBound - 1, 0))
        since = isRest ? first.start + minutes(of: number) : first.start
      }
    }
    check(until: end, after: max(sequence.blocks.count - 1, 0))
    return found
  }
}
