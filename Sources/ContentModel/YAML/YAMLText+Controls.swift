import Diagnostics
import TextEncoding
import YAMLParsing

/// The characters that no page may hold, which a document names in an escape: `"\x1B"`.
extension YAMLText {
  /// Returns a document without them; they are reported where the first of them is.
  func withoutControls(
    _ root: YAMLNode, reporting diagnostics: inout [Diagnostic]
  ) -> YAMLNode {
    // Written as they are, YAML refuses them, and TOML all but two.
    let mayHold =
      text.utf8.contains(UInt8(ascii: "\\"))
      || (form == .toml && text.unicodeScalars.contains(where: ControlCharacters.contains))
    guard mayHold else { return root }
    var found: (count: Int, first: YAMLMark)?
    let clean = Self.clean(root, &found)
    guard let found else { return root }
    diagnostics.append(.controlCharacters(found.count, at: location(of: found.first)))
    return clean
  }

  private static func clean(
    _ node: YAMLNode, _ found: inout (count: Int, first: YAMLMark)?
  ) -> YAMLNode {
    switch node {
    case .scalar(let scalar):
      let count = scalar.string.unicodeScalars.count(where: ControlCharacters.contains)
      guard count > 0 else { return node }
      found = ((found?.count ?? 0) + count, found?.first ?? scalar.mark)
      var text = scalar.string.unicodeScalars
      text.removeAll(where: ControlCharacters.contains)
      return .scalar(YAMLScalar(String(text), style: scalar.style, mark: scalar.mark))
    case .sequence(let sequence):
      return .sequence(YAMLSequence(sequence.map { clean($0, &found) }, mark: sequence.mark))
    case .mapping(let mapping):
      let pairs = mapping.map { (key: clean($0.key, &found), value: clean($0.value, &found)) }
      return .mapping(YAMLMapping(pairs, mark: mapping.mark))
    }
  }
}
