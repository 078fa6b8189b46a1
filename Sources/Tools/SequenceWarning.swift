/// Something of a sequence that people should know before they hold it.
public enum SequenceWarning: Sendable, Hashable {
  /// A locked block starts late, whatever gives way.
  case lateLock(block: Int, minutes: Int)
  /// Too few or too many people for an activity.
  case group(block: Int, people: Int, range: ClosedRange<Int>)
  /// An activity does not suit the format.
  case format(block: Int)
  /// An activity has less or more time than it works in.
  case length(block: Int, range: ClosedRange<Int>)
  /// More people are needed to run a row than there are.
  case facilitators(block: Int, needed: Int)
  /// The group works too long without a rest.
  case stretch(block: Int, minutes: Int)
  /// The sequence ends after its end.
  case pastEnd(minutes: Int)
  /// The sequence ends on the next day.
  case pastMidnight

  /// How long a group works without a rest, in minutes.
  public static let maxStretch = 90

  /// A name for tables of cases, with its numbers.
  public var summary: String {
    switch self {
    case .lateLock(let block, let minutes): "lock \(block) \(minutes)"
    case .group(let block, let people, let range):
      "group \(block) \(people) \(range.lowerBound)-\(range.upperBound)"
    case .format(let block): "format \(block)"
    case .length(let block, let range): "length \(block) \(range.lowerBound)-\(range.upperBound)"
    case .facilitators(let block, let needed): "facilitators \(block) \(needed)"
    case .stretch(let block, let minutes): "stretch \(block) \(minutes)"
    case .pastEnd(let minutes): "end \(minutes)"
    case .pastMidnight: "midnight"
    }
  }
}
