import Diagnostics
import YAMLParsing

/// A value as it is written in front matter.
struct WrittenScalar {
  let text: String
  let location: SourceLocation
  /// The key of its field.
  let key: String
}
