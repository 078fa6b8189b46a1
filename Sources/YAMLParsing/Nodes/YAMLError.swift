/// Why a document cannot be read.
public enum YAMLError: Error, Hashable, CustomStringConvertible {
  /// The text is not YAML.
  ///
  /// - Parameters:
  ///   - problem: What libyaml says of it, in English.
  ///   - mark: Where it stopped.
  ///   - context: Where what it was reading starts, when it says so.
  case syntax(problem: String, mark: YAMLMark, context: YAMLMark?)
  /// Keys are written twice in one mapping; the place is that of the first one.
  case duplicateKeys([String], mark: YAMLMark)
  /// A character that no document may hold, at a byte of the text.
  case unreadable(problem: String, offset: Int)

  /// What is wrong, in English.
  public var description: String {
    switch self {
    case .syntax(let problem, _, _), .unreadable(let problem, _): problem
    case .duplicateKeys(let keys, _): "duplicate keys: " + keys.joined(separator: ", ")
    }
  }
}
