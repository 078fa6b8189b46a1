import TextEncoding

/// One page in the making: the values in reach, and the bytes written so far.
struct TemplateRendering {
  /// A name that nothing in reach knows.
  struct UnknownName {
    /// The tag that asked.
    let tag: Int
    /// Which part of the tag's path is unknown, from 0.
    let part: Int
    /// The names that are known there.
    let known: [String]
  }

  private let program: TemplateProgram
  private let tags: [VariableTag]
  /// The values of the sections around, the root first.
  private var stack: [TemplateValue]
  /// The place in the innermost list that a section goes through.
  private var place = (index: 0, count: 0)
  private(set) var output: [UInt8] = []
  private(set) var unknownNames: [UnknownName] = []
  /// Where the bytes written so far come from, when that is asked for.
  private(set) var marks: [TemplateSourceMap.Mark] = []
  private let isTraced: Bool
  private var stepsLeft: Int
  private let maxBytes: Int

  /// Prepares a page.
  ///
  /// - Parameters:
  ///   - expectedSize: About how many bytes it will have.
  ///   - isTraced: Whether to remember where its bytes come from.
  ///   - allowance: What it may take; a theme is as large as it is.
  init(
    _ program: TemplateProgram, tags: [VariableTag], root: TemplateObject, expectedSize: Int,
    isTraced: Bool = false,
    allowance: TemplateAllowance = TemplateAllowance(steps: .max, bytes: .max)
  ) {
    self.isTraced = isTraced
    stepsLeft = allowance.steps
    maxBytes = allowance.bytes
    self.program = program
    self.tags = tags
    stack = [.object(root)]
    output.reserveCapacity(expectedSize)
  }

  /// What is left of the allowance; nil when it did not do.
  var allowance: TemplateAllowance? {
    stepsLeft < 0 || output.count > maxBytes
      ? nil : TemplateAllowance(steps: stepsLeft, bytes: maxBytes - output.count)
  }

  /// The parts of the program, in place: workers share it, and would fight over counts of references.
  private struct Parts {
    let steps: UnsafeBufferPointer<TemplateProgram.Step>
    let text: UnsafeBufferPointer<UInt8>
    let tags: UnsafeBufferPointer<VariableTag>
  }

  /// Writes the page.
  mutating func run() {
    let (program, tags) = (program, tags)
    program.steps.withUnsafeBufferPointer { steps in
      program.text.withUnsafeBufferPointer { text in
        tags.withUnsafeBufferPointer { tags in
          run(steps.indices, of: Parts(steps: steps, text: text, tags: tags))
        }
      }
    }
  }

  private mutating func run(_ range: Range<Int>, of parts: Parts) {
    var step = range.lowerBound
    while step < range.upperBound {
      // Past what it may take, what is left of it ends at once.
      guard stepsLeft > 0, output.count <= maxBytes else {
        stepsLeft = -1
        return
      }
      stepsLeft -= 1
      switch parts.steps[step] {
      case .text(let bytes):
        writeText(bytes, of: parts)
        step += 1
      case .value(let tag):
        if isTraced {
          marks.append(TemplateSourceMap.Mark(start: output.count, source: .value(tag)))
        }
        write(value(of: tag, in: parts))
        step += 1
      case .place:
        output.append(contentsOf: String(place.index).utf8)
        step += 1
      case .section(let tag, let end):
        runSection(over: value(of: tag, in: parts), step + 1..<end, of: parts)
        step = end
      case .invertedSection(let tag, let end):
        if !value(of: tag, in: parts).isTrue { run(step + 1..<end, of: parts) }
        step = end
      case .question(let question, let expects, let end):
        if question.answer(at: place.index, of: place.count) == expects {
          run(step + 1..<end, of: parts)
        }
        step = end
      }
    }
  }

  private mutating func runSection(
    over value: TemplateValue, _ range: Range<Int>, of parts: Parts
  ) {
    guard value.isTrue else { return }
    switch value {
    case .flag:
      run(range, of: parts)
    case .list(let values):
      let outerPlace = place
      for (index, value) in values.enumerated() {
        place = (index, values.count)
        run(range, of: parts, with: value)
      }
      place = outerPlace
    case .text, .html, .number, .object, .none:
      run(range, of: parts, with: value)
    }
  }

  private mutating func run(_ range: Range<Int>, of parts: Parts, with value: TemplateValue) {
    stack.append(value)
    run(range, of: parts)
    stack.removeLast()
  }

  /// Writes text of the template; a line that came out empty leaves no trace.
  private mutating func writeText(_ bytes: Range<Int>, of parts: Parts) {
    let newline = UInt8(ascii: "\n")
    var start = bytes.lowerBound
    if parts.text[start] == newline, output.last ?? newline == newline { start += 1 }
    if isTraced { marks.append(TemplateSourceMap.Mark(start: output.count, source: .text(start))) }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: parts.text[start..<bytes.upperBound]))
  }

  private mutating func write(_ value: TemplateValue) {
    switch value {
    case .text(let text): HTMLEscaping.append(text, as: .anyQuotes, to: &output)
    case .html(let bytes): output.append(contentsOf: bytes)
    case .number(let number): output.append(contentsOf: String(number).utf8)
    case .flag(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .list, .object, .none: break
    }
  }

  /// Returns what a tag reads: the innermost value that knows the first part of its path answers
  /// for all of it.
  private mutating func value(of tag: Int, in parts: Parts) -> TemplateValue {
    guard parts.tags[tag].hasPath else { return stack.last ?? .none }
    for depth in stack.indices.reversed() {
      switch stack[depth].value(of: parts.tags, tag, from: 0) {
      case .value(let value): return value
      case .unknown(part: 0, _): continue
      case .unknown(let part, let known):
        record(UnknownName(tag: tag, part: part, known: known))
        return .none
      }
    }
    let known = stack.reversed().flatMap(\.names)
    record(UnknownName(tag: tag, part: 0, known: known))
    return .none
  }

  private mutating func record(_ name: UnknownName) {
    if !unknownNames.contains(where: { $0.tag == name.tag }) { unknownNames.append(name) }
  }
}

extension TemplateValue {
  /// Whether a section over the value is gone through.
  fileprivate var isTrue: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .flag(let flag): flag
    case .list(let values): !values.isEmpty
    case .number, .object: true
    case .none: false
    }
  }

  /// What the path of a tag leads to.
  fileprivate enum Reading {
    case value(TemplateValue)
    /// Nothing knows a part of the path; the names that are known there.
    case unknown(part: Int, known: [String])
  }

  /// Follows the path of a tag from one of its parts on; nothing but its end is copied.
  fileprivate func value(
    of tags: UnsafeBufferPointer<VariableTag>, _ tag: Int, from part: Int
  ) -> Reading {
    guard part <= tags[tag].rest.count else { return .value(self) }
    switch self {
    case .none where part > 0: return .value(.none)
    case .object(let object):
      let name = part == 0 ? tags[tag].first : tags[tag].rest[part - 1]
      return object.withValue(of: name) { $0.value(of: tags, tag, from: part + 1) }
        ?? .unknown(part: part, known: part == 0 ? [] : object.names)
    default: return .unknown(part: part, known: [])
    }
  }

  fileprivate var names: [String] {
    if case .object(let object) = self { object.names } else { [] }
  }
}
