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

  /// Prepares a page.
  ///
  /// - Parameters:
  ///   - expectedSize: About how many bytes it will have.
  ///   - isTraced: Whether to remember where its bytes come from.
  init(
    _ program: TemplateProgram, tags: [VariableTag], root: TemplateObject, expectedSize: Int,
    isTraced: Bool = false
  ) {
    self.isTraced = isTraced
    self.program = program
    self.tags = tags
    stack = [.object(root)]
    output.reserveCapacity(expectedSize)
  }

  /// Writes the page.
  mutating func run() { run(program.steps.indices) }

  private mutating func run(_ range: Range<Int>) {
    var step = range.lowerBound
    while step < range.upperBound {
      switch program.steps[step] {
      case .text(let bytes):
        writeText(bytes)
        step += 1
      case .value(let tag):
        if isTraced {
          marks.append(TemplateSourceMap.Mark(start: output.count, source: .value(tag)))
        }
        write(value(of: tag))
        step += 1
      case .place:
        output.append(contentsOf: String(place.index).utf8)
        step += 1
      case .section(let tag, let end):
        runSection(over: value(of: tag), step + 1..<end)
        step = end
      case .invertedSection(let tag, let end):
        if !value(of: tag).isTrue { run(step + 1..<end) }
        step = end
      case .question(let question, let expects, let end):
        if question.answer(at: place.index, of: place.count) == expects { run(step + 1..<end) }
        step = end
      }
    }
  }

  private mutating func runSection(over value: TemplateValue, _ steps: Range<Int>) {
    guard value.isTrue else { return }
    switch value {
    case .flag:
      run(steps)
    case .list(let values):
      let outerPlace = place
      for (index, value) in values.enumerated() {
        place = (index, values.count)
        run(steps, with: value)
      }
      place = outerPlace
    case .text, .html, .number, .object, .none:
      run(steps, with: value)
    }
  }

  private mutating func run(_ steps: Range<Int>, with value: TemplateValue) {
    stack.append(value)
    run(steps)
    stack.removeLast()
  }

  /// Writes text of the template; a line that came out empty leaves no trace.
  private mutating func writeText(_ bytes: Range<Int>) {
    let newline = UInt8(ascii: "\n")
    var start = bytes.lowerBound
    if program.text[start] == newline, output.last ?? newline == newline { start += 1 }
    if isTraced { marks.append(TemplateSourceMap.Mark(start: output.count, source: .text(start))) }
    output.append(contentsOf: program.text[start..<bytes.upperBound])
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
  private mutating func value(of tag: Int) -> TemplateValue {
    let first = tags[tag].first
    if first.isEmpty { return stack.last ?? .none }
    for depth in stack.indices.reversed() {
      if case .object(let object) = stack[depth], let value = object[first] {
        return tags[tag].rest.isEmpty ? value : follow(tag, from: value)
      }
    }
    let known = stack.reversed().flatMap(\.names)
    record(UnknownName(tag: tag, part: 0, known: known))
    return .none
  }

  private mutating func follow(_ tag: Int, from value: TemplateValue) -> TemplateValue {
    var value = value
    for part in tags[tag].rest.indices {
      if case .none = value { return .none }
      guard case .object(let object) = value, let next = object[tags[tag].rest[part]] else {
        record(UnknownName(tag: tag, part: part + 1, known: value.names))
        return .none
      }
      value = next
    }
    return value
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

  fileprivate var names: [String] {
    if case .object(let object) = self { object.names } else { [] }
  }
}
