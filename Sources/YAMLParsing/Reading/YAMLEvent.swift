/// What libyaml meets in a document, and where.
struct YAMLEvent {
  enum Kind {
    /// The start or the end of the text or of a document.
    case boundary
    case endOfText
    case alias(String)
    case scalar(String, YAMLScalar.Style, anchor: String?)
    case startOfSequence(anchor: String?)
    case endOfSequence
    case startOfMapping(anchor: String?)
    case endOfMapping
  }

  let kind: Kind
  let mark: YAMLMark
  /// From its first Unicode scalar to after its last, its anchor and its tag included.
  let scalars: Range<Int>
  /// Whether it starts a list between brackets or a mapping between braces.
  let isFlow: Bool
}
