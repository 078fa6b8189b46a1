import Diagnostics
import YAMLParsing

/// A kind whose values are written as one scalar.
protocol ScalarKind: FieldKindRules {
  /// Reads a value; nil when it cannot be, which is then reported.
  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue?
}

extension ScalarKind {
  func read(_ node: YAMLNode, _ key: String, in reader: inout FieldReader) -> FieldValue? {
    let location = reader.location(of: node)
    guard let scalar = node.scalar else {
      return reader.refuse(.expectedScalar(key, at: location))
    }
    return read(WrittenScalar(text: scalar.string, location: location, key: key), in: &reader)
  }
}
