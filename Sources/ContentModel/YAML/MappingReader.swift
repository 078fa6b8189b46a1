import Diagnostics
import YAMLParsing

/// Reads the keys of a mapping one by one, and reports at the end those that nobody asked for.
///
/// Types, vocabularies and the configuration are read with it; sheets, whose keys are declared, are
/// read with `FieldReader`.
struct MappingReader {
  let yaml: YAMLText
  let mapping: YAMLMapping
  private(set) var diagnostics: [Diagnostic] = []
  private var asked: [String] = []

  init(_ mapping: YAMLMapping, in yaml: YAMLText) {
    self.mapping = mapping
    self.yaml = yaml
  }

  /// Reads the root of a document; nil when it is not a mapping, which is then reported.
  init?(documentOf yaml: YAMLText, reporting diagnostics: inout [Diagnostic]) {
    let problems = diagnostics.count
    let read = yaml.compose(reporting: &diagnostics)
    guard let root = read.map({ yaml.withoutControls($0, reporting: &diagnostics) }), !root.isNull
    else {
      if diagnostics.count == problems {
        diagnostics.append(.emptyDocument(at: SourceLocation(path: yaml.path)))
      }
      return nil
    }
    guard let mapping = root.mapping else {
      diagnostics.append(.expectedMapping(at: yaml.location(of: root.mark)))
      return nil
    }
    yaml.reportDoubts(in: root, reporting: &diagnostics)
    self.init(mapping, in: yaml)
  }

  /// Takes note of keys that may be there: one that is not asked for, because of a mistake in
  /// another, is no unknown key.
  mutating func expect(_ keys: [String]) { asked += keys }

  /// Returns the node of a key, unless it is left out or empty; two spellings of it are reported.
  mutating func node(_ keys: String...) -> YAMLNode? {
    asked += keys
    var found: (key: String, node: YAMLNode)?
    for (key, node) in mapping {
      guard let name = key.scalar?.string, keys.contains(name), !node.isNull else { continue }
      if let found, found.key != name {
        diagnostics.append(.keyGivenTwice(name, other: found.key, at: location(of: key)))
      }
      found = found ?? (name, node)
    }
    return found?.node
  }

  /// Whether one of some keys is written without a value.
  func isEmpty(_ keys: String...) -> Bool {
    mapping.contains { keys.contains($0.key.scalar?.string ?? "") && $0.value.isNull }
  }

  /// Whether none of some keys is written.
  func isMissing(_ keys: String...) -> Bool {
    !mapping.contains { keys.contains($0.key.scalar?.string ?? "") }
  }

  mutating func string(_ key: String, _ other: String? = nil) -> String? {
    guard let node = other.map({ self.node(key, $0) }) ?? self.node(key) else { return nil }
    if let scalar = node.scalar { return scalar.string }
    diagnostics.append(.expectedScalar(key, at: location(of: node)))
    return nil
  }

  mutating func strings(_ key: String, _ other: String? = nil) -> [String] {
    guard let node = other.map({ self.node(key, $0) }) ?? self.node(key) else { return [] }
    if let scalar = node.scalar { return [scalar.string] }
    return elements(of: node, key).compactMap { element in
      if let scalar = element.scalar { return scalar.string }
      diagnostics.append(.expectedScalar(key, at: location(of: element)))
      return nil
    }
  }

  mutating func boolean(
    _ key: String, _ other: String? = nil, default standard: Bool = false
  ) -> Bool {
    guard let node = node(key, other ?? key) else { return standard }
    switch node.scalar?.string.lowercased() {
    case "oui", "vrai", "yes", "true": return true
    case "non", "faux", "no", "false": return false
    default:
      diagnostics.append(.unreadableBoolean(node.scalar?.string ?? "", at: location(of: node)))
      return standard
    }
  }

  mutating func integer(_ key: String, _ other: String? = nil) -> Int? {
    guard let node = node(key, other ?? key) else { return nil }
    if let number = node.scalar.flatMap({ NumberText.integer($0.string) }) { return number }
    diagnostics.append(.unreadableInteger(node.scalar?.string ?? "", at: location(of: node)))
    return nil
  }

  /// Reads a name in several languages, or in one: a plain text is French.
  mutating func label(_ key: String, _ other: String? = nil) -> Label? {
    (other.map { node(key, $0) } ?? node(key)).flatMap { label(of: $0, key) }
  }

  /// Reads a list of names.
  mutating func labels(_ key: String) -> [Label] {
    guard let node = node(key) else { return [] }
    return elements(of: node, key).compactMap { label(of: $0, key) }
  }

  private mutating func label(of node: YAMLNode, _ key: String) -> Label? {
    if let scalar = node.scalar { return Label(["fr": scalar.string]) }
    guard let mapping = node.mapping else {
      diagnostics.append(.expectedScalar(key, at: location(of: node)))
      return nil
    }
    var texts: [String: String] = [:]
    for (language, text) in mapping {
      guard let language = language.scalar?.string, let text = text.scalar?.string else {
        diagnostics.append(.expectedScalar(key, at: yaml.location(of: mapping.mark)))
        continue
      }
      texts[language] = text
    }
    return Label(texts)
  }

  /// Reads a list whose elements are texts or mappings.
  mutating func nodes(_ key: String) -> [YAMLNode] {
    node(key).map { elements(of: $0, key) } ?? []
  }

  /// Reads a mapping of mappings: each key with a reader of its value.
  mutating func entries(_ key: String) -> [(key: String, location: SourceLocation, YAMLNode)] {
    guard let node = node(key) else { return [] }
    guard let mapping = node.mapping else {
      diagnostics.append(.expectedMapping(at: location(of: node)))
      return []
    }
    return mapping.compactMap { keyNode, value in
      guard let name = keyNode.scalar?.string else { return nil }
      return (name, yaml.location(of: keyNode.mark, length: keyNode.writtenLength), value)
    }
  }

  /// Reads a list of mappings.
  mutating func mappings(_ key: String, _ other: String? = nil) -> [MappingReader] {
    guard let node = node(key, other ?? key) else { return [] }
    return elements(of: node, key).compactMap { reader(of: $0) }
  }

  /// Returns a reader of a node that should be a mapping.
  mutating func reader(of node: YAMLNode) -> MappingReader? {
    if let mapping = node.mapping { return MappingReader(mapping, in: yaml) }
    diagnostics.append(.expectedMapping(at: location(of: node)))
    return nil
  }

  /// Reads a mapping of its own keys, which are checked as well; nil when it is not there.
  mutating func part<Value>(
    _ key: String, into all: inout [Diagnostic], read: (inout MappingReader) -> Value?
  ) -> Value? {
    guard let node = node(key), var reader = reader(of: node) else { return nil }
    defer { reader.finish(into: &all) }
    return read(&reader)
  }

  /// Reports the keys that nobody asked for, and hands over everything that was found.
  mutating func finish(into all: inout [Diagnostic]) {
    for (key, _) in mapping {
      let location = yaml.location(of: key.mark, length: key.writtenLength)
      guard let name = key.scalar?.string else {
        diagnostics.append(.keyIsNotText(at: location))
        continue
      }
      if !asked.contains(name) {
        let known = asked.reduce(into: [String]()) { known, key in
          if !known.contains(key) { known.append(key) }
        }
        diagnostics.append(.unknownKey(name, known: known, at: location))
      }
    }
    all += diagnostics
    diagnostics = []
  }

  /// Takes over what the reader of a value inside this one found.
  mutating func take(_ inner: inout MappingReader) {
    inner.finish(into: &diagnostics)
  }

  /// The keys that nobody asked for, for mappings that may hold more than what is read.
  func otherKeys() -> [String] {
    mapping.compactMap { $0.key.scalar?.string }.filter { !asked.contains($0) }
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Where a key of the mapping is written, by any of its spellings; where the mapping starts when
  /// it is not there.
  func location(ofKey keys: String...) -> SourceLocation {
    for (node, _) in mapping where keys.contains(node.scalar?.string ?? "") {
      return yaml.location(of: node.mark, length: node.writtenLength)
    }
    return yaml.location(of: mapping.mark)
  }

  /// Where the value of a key is written, or the element of its list with a text; where the mapping
  /// starts when the key is not there.
  func valueLocation(ofKey key: String, element text: String? = nil) -> SourceLocation {
    guard let value = mapping.first(where: { $0.key.scalar?.string == key })?.value else {
      return location(ofKey: key)
    }
    return location(of: value.sequence?.first { $0.scalar?.string == text } ?? value)
  }

  func location(of node: YAMLNode) -> SourceLocation {
    yaml.location(of: node.mark, length: node.writtenLength)
  }

  private mutating func elements(of node: YAMLNode, _ key: String) -> [YAMLNode] {
    if let sequence = node.sequence { return Array(sequence) }
    diagnostics.append(.expectedList(key, at: location(of: node)))
    return []
  }
}
