/// The ids that a template gives to elements of its pages, its layout and partials included.
///
/// They are read in the template itself, so that a theme has nothing to declare. Whether a page has one
/// depends on its values: a section that is not shown gives none.
public struct TemplateIDs: Sendable, Hashable {
  /// An id with a value in it, as `champ-{{key}}`.
  public struct Pattern: Sendable, Hashable {
    /// What is before the value.
    public let start: String
    /// The name that the template asks for; the last of its path.
    public let name: String
    /// What is after the value.
    public let end: String
  }

  /// The ids that are written out.
  public private(set) var literals: Set<String> = []
  /// Those that hold one value; what is put together in another way is nobody's to foresee.
  public private(set) var patterns: Set<Pattern> = []

  /// Creates what a template without ids has.
  public init() {}

  /// Reads the steps of a template in their order.
  init(_ program: TemplateProgram, tags: [VariableTag]) {
    var reading = AttributeReading()
    for step in program.steps {
      switch step {
      case .text(let range):
        for byte in program.text[range] {
          guard let id = reading.take(byte) else { continue }
          add(id)
        }
      case .value(let tag):
        reading.takeValue(tags[tag].path.last ?? "")
      case .place, .section, .invertedSection, .question:
        reading.takeUnknown()
      }
    }
  }

  private mutating func add(_ id: AttributeReading.Value) {
    let start = String(decoding: id.start, as: UTF8.self)
    if id.isUnknown || id.start.isEmpty && id.name == nil { return }
    if let name = id.name {
      let end = String(decoding: id.end, as: UTF8.self)
      patterns.insert(Pattern(start: start, name: name, end: end))
    } else {
      literals.insert(start)
    }
  }
}

/// Finds the values of `id="…"` in bytes that come one by one.
private struct AttributeReading {
  struct Value {
    var start: [UInt8] = []
    var name: String?
    var end: [UInt8] = []
    /// Whether it is made of more than one value, or of parts that are not always there.
    var isUnknown = false

    mutating func append(_ byte: UInt8) {
      if name == nil { start.append(byte) } else { end.append(byte) }
    }
  }

  private static let opening = Array(" id=".utf8)
  private var matched = 0
  private var value: Value?
  private var quote: UInt8 = 0

  /// Takes a byte of text; returns the value that it ends.
  mutating func take(_ byte: UInt8) -> Value? {
    if let value {
      guard byte == quote else {
        self.value?.append(byte)
        return nil
      }
      self.value = nil
      return value
    }
    if matched == Self.opening.count, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      value = Value()
      quote = byte
      matched = 0
    } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: " ") {
      matched = 1
    } else if matched > 0, matched < Self.opening.count, byte == Self.opening[matched] {
      matched += 1
    } else {
      matched = 0
    }
    return nil
  }

  /// Takes a value that the template asks for.
  mutating func takeValue(_ name: String) {
    matched = 0
    guard let value else { return }
    if value.name == nil { self.value?.name = name } else { self.value?.isUnknown = true }
  }

  /// Takes what is not always there.
  mutating func takeUnknown() {
    value?.isUnknown = true
  }
}
