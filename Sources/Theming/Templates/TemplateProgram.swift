/// What a template comes down to: steps in a row, its partials and its layout put in their places.
struct TemplateProgram: Sendable {
  /// A thing to do; `end` is the number of the step after the last one that a step encloses.
  enum Step: Sendable {
    /// Writes bytes of the program's text, at least one.
    case text(Range<Int>)
    /// Writes the value that a tag reads.
    case value(tag: Int)
    /// Writes the place in the list, from 0.
    case place
    /// Goes through the enclosed steps for what a tag reads.
    case section(tag: Int, end: Int)
    /// Does the enclosed steps when what a tag reads is false or empty.
    case invertedSection(tag: Int, end: Int)
    /// Does the enclosed steps when the answer to a question is the expected one.
    case question(LoopPredicate, expects: Bool, end: Int)
  }

  /// Where a run of the program's text comes from.
  struct Origin: Sendable {
    /// The place of its first byte in the text.
    let place: Int
    /// The number of the template, in the order of their names.
    let template: Int
    /// The place of that byte in the template.
    let source: Int
  }

  private(set) var steps: [Step] = []
  private(set) var text: [UInt8] = []
  /// Where the text comes from, in its order.
  private(set) var origins: [Origin] = []
  /// How many texts and tags it was made of, those that leave nothing in it included.
  var partCount = 0
  /// The number of the tag at which it came to more than a template may.
  var excess: Int?
  /// Whether a branch starts or ends here: text may not run on from one side to the other.
  private var isAtBranch = false

  /// Appends text, to the step before when that is text too.
  mutating func append(
    text bytes: [UInt8], from template: Int, _ origins: [TemplateText.Origin]
  ) {
    let start = text.count
    for origin in origins {
      self.origins.append(
        Origin(place: start + origin.place, template: template, source: origin.source))
    }
    text += bytes
    if case .text(let last)? = steps.last, last.upperBound == start, !isAtBranch {
      steps[steps.count - 1] = .text(last.lowerBound..<text.count)
    } else {
      steps.append(.text(start..<text.count))
    }
    isAtBranch = false
  }

  /// Appends a step that encloses no other.
  mutating func append(_ step: Step) {
    steps.append(step)
    isAtBranch = false
  }

  /// Appends a step that encloses those which a function appends.
  mutating func append(
    _ step: (_ end: Int) -> Step, enclosing appendEnclosed: (inout TemplateProgram) -> Void
  ) {
    let position = steps.count
    append(step(position))
    isAtBranch = true
    appendEnclosed(&self)
    steps[position] = step(steps.count)
    isAtBranch = true
  }
}
