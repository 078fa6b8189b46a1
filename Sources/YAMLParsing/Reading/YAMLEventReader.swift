import CYAML

/// Reads the events of a document with libyaml; it owns the parser, and frees it.
struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The text, which libyaml reads where it is.
  private let text: UnsafeMutableBufferPointer<UInt8>
  /// The lines of a text that libyaml counts in another way than editors do; nil for others.
  private let lines: LineStarts?

  /// Creates a parser of a text; nil when there is no memory for it.
  init?(_ string: String) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    self.parser = parser
    let bytes = Array(string.utf8)
    text = .allocate(capacity: bytes.count)
    _ = text.initialize(from: bytes)
    lines = LineStarts(bytes)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    text.deallocate()
  }

  /// Returns the next event; those after the end of the text are ends too.
  func next() throws(YAMLError) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw error }
    defer { yaml_event_delete(&event) }
    let start = Int(event.start_mark.index)
    return YAMLEvent(
      kind: Self.kind(of: event), mark: place(of: event.start_mark),
      scalars: start..<max(start, Int(event.end_mark.index)), isFlow: Self.isFlow(event))
  }

  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch event.type {
    case YAML_NO_EVENT, YAML_STREAM_END_EVENT: .endOfText
    case YAML_ALIAS_EVENT: .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: scalar(event)
    case YAML_SEQUENCE_START_EVENT:
      .startOfSequence(anchor: string(event.data.sequence_start.anchor))
    case YAML_SEQUENCE_END_EVENT: .endOfSequence
    case YAML_MAPPING_START_EVENT:
      .startOfMapping(anchor: string(event.data.mapping_start.anchor))
    case YAML_MAPPING_END_EVENT: .endOfMapping
    default: .boundary
    }
  }

  private static func isFlow(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_SEQUENCE_START_EVENT:
      event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    case YAML_MAPPING_START_EVENT: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    default: false
    }
  }

  private static func scalar(_ event: yaml_event_t) -> YAMLEvent.Kind {
    let scalar = event.data.scalar
    let style: YAMLScalar.Style =
      switch scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    // A text may hold a null character.
    let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return .scalar(String(decoding: text, as: UTF8.self), style, anchor: string(scalar.anchor))
  }

  private static func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  /// What the parser says of why it stopped.
  private var error: YAMLError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
    if parser.pointee.error == YAML_READER_ERROR {
      return .unreadable(problem: problem, offset: parser.pointee.problem_offset)
    }
    return .syntax(
      problem: problem, mark: place(of: parser.pointee.problem_mark),
      context: parser.pointee.context == nil ? nil : place(of: parser.pointee.context_mark))
  }

  private func place(of mark: yaml_mark_t) -> YAMLMark {
    lines?.mark(ofScalar: Int(mark.index))
      ?? YAMLMark(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
