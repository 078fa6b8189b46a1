/// A value of a document, which knows where it is written.
///
/// Scalars are texts: what a number or a date is, the reader of a key knows, not YAML. An alias is
/// the node that its anchor names.
public enum YAMLNode: Sendable, Hashable {
  /// A text.
  case scalar(YAMLScalar)
  /// A list.
  case sequence(YAMLSequence)
  /// Values by key.
  case mapping(YAMLMapping)

  /// Where the value starts.
  public var mark: YAMLMark {
    switch self {
    case .scalar(let scalar): scalar.mark
    case .sequence(let sequence): sequence.mark
    case .mapping(let mapping): mapping.mark
    }
  }

  /// The scalar, when it is one.
  public var scalar: YAMLScalar? {
    guard case .scalar(let scalar) = self else { return nil }
    return scalar
  }

  /// The list, when it is one.
  public var sequence: YAMLSequence? {
    guard case .sequence(let sequence) = self else { return nil }
    return sequence
  }

  /// The mapping, when it is one.
  public var mapping: YAMLMapping? {
    guard case .mapping(let mapping) = self else { return nil }
    return mapping
  }

  /// Whether the node is the absence of a value: nothing at all, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The length to underline in a message: the scalar as written, when it is on one line.
  public var writtenLength: Int {
    guard case .scalar(let scalar) = self else { return 1 }
    switch scalar.style {
    case .plain: return scalar.string.unicodeScalars.count
    case .singleQuoted, .doubleQuoted: return scalar.string.unicodeScalars.count + 2
    default: return 1
    }
  }
}
