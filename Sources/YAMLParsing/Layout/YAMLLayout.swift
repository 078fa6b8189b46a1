/// Where a value of a document is written, for one to be changed while the others keep their bytes.
///
/// Unlike ``YAMLNode``, an alias stays an alias.
public struct YAMLLayout: Sendable, Hashable {
  /// What is written there.
  public enum Content: Sendable, Hashable {
    /// A text.
    case scalar(String, YAMLScalar.Style)
    /// The name of an anchor.
    case alias(String)
    /// A list, between brackets or with dashes.
    case sequence([YAMLLayout], isFlow: Bool)
    /// Values by key, between braces or on lines of their own.
    case mapping([Entry], isFlow: Bool)
  }

  /// A key and its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: YAMLLayout
    /// The value; of a key without one, an empty scalar after its colon.
    public let value: YAMLLayout

    /// The bytes from the first of the key to after the last of the value.
    public var range: Range<Int> {
      key.range.lowerBound..<max(key.range.upperBound, value.range.upperBound)
    }
  }

  /// What is written.
  public let content: Content
  /// The bytes of the text from the first of the value to after its last, without the empty lines that
  /// follow; its anchor and its tag are among them.
  public let range: Range<Int>
  /// Where it starts.
  public let mark: YAMLMark
  /// The name that aliases know it by.
  public let anchor: String?

  /// The text, when it is one.
  public var string: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The keys and values; none when it is no mapping.
  public var entries: [Entry] {
    if case .mapping(let entries, _) = content { entries } else { [] }
  }
}

extension YAMLDocument {
  /// Returns where the parts of a document are written; nil when the text holds none.
  ///
  /// - Throws: ``YAMLError`` when the text is not YAML, or holds more than one document.
  /// - Complexity: O(*n*) in the length of the text.
  public static func layout(of text: String) throws(YAMLError) -> YAMLLayout? {
    guard let reader = YAMLEventReader(text) else {
      throw .unreadable(problem: "out of memory", offset: 0)
    }
    var composer = YAMLLayoutComposer(reader, text)
    return try composer.document()
  }
}
