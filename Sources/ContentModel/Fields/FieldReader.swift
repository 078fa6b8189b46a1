import Diagnostics
import TextEncoding
import YAMLParsing

/// Reads the values of a YAML mapping against the definitions of its fields; each kind reads its own.
struct FieldReader {
  /// What to say of keys that no definition has.
  enum UnknownKeys {
    /// They are somebody else's.
    case ignored
    /// A warning with a suggestion.
    case reported
  }

  let yaml: YAMLText
  let vocabularies: [String: Vocabulary]
  /// Whether the fields that are left out come from elsewhere: a translation has those of its
  /// original.
  let isPartial: Bool
  var diagnostics: [Diagnostic] = []
  private var lines: [Substring.UnicodeScalarView]?

  init(_ yaml: YAMLText, vocabularies: [String: Vocabulary], isPartial: Bool = false) {
    self.yaml = yaml
    self.vocabularies = vocabularies
    self.isPartial = isPartial
  }

  /// Values by key, and where each was written.
  struct Fields {
    var values: [String: FieldValue] = [:]
    var locations: [String: SourceLocation] = [:]
    /// Where the keys that are given without a value are.
    var empty: [String: SourceLocation] = [:]
  }

  /// Reads a mapping; what is wrong is reported and left out.
  mutating func read(
    _ mapping: YAMLMapping, definitions: FieldTable, unknownKeys: UnknownKeys
  ) -> Fields {
    var fields = Fields()
    var writtenKeys: [String: String] = [:]
    var unknown: [String] = []
    for (keyNode, node) in mapping {
      let location = yaml.location(of: keyNode.mark, length: keyNode.writtenLength)
      guard let written = keyNode.scalar?.string else {
        diagnostics.append(.keyIsNotText(at: location))
        continue
      }
      // A key that nobody reports would be lost for a capital or an accent.
      let exact = definitions[written]
      guard
        let definition = exact
          ?? (unknownKeys == .ignored ? definitions.definition(ofAnyCase: written) : nil),
        exact != nil || writtenKeys[definition.key] == nil
      else {
        if unknownKeys == .reported {
          diagnostics.append(.unknownKey(written, known: definitions.keys, at: location))
          unknown.append(written)
        }
        continue
      }
      if let other = writtenKeys.updateValue(written, forKey: definition.key) {
        diagnostics.append(.keyGivenTwice(written, other: other, at: location))
        continue
      }
      guard !node.isNull else {
        fields.empty[definition.key] = location
        if let comment = commentInsteadOfValue(of: keyNode) {
          diagnostics.append(
            .valueInComment(written, comment, isList: definition.holdsList, at: location))
        }
        continue
      }
      fields.locations[definition.key] = yaml.location(of: node.mark, length: node.writtenLength)
      fields.values[definition.key] = value(of: node, definition, writtenAs: written)
    }
    if !isPartial {
      let misspelt = Set(unknown.compactMap { NearMiss.closest(to: $0, among: definitions.keys) })
      complete(&fields, definitions: definitions, misspelt: misspelt, at: mapping.mark)
    }
    return fields
  }

  /// Returns the comment that stands where a key has no value; the document is cut into lines once.
  private mutating func commentInsteadOfValue(of key: YAMLNode) -> String? {
    let lines = self.lines ?? yaml.splitLines
    self.lines = lines
    return yaml.commentInsteadOfValue(of: key, in: lines)
  }

  /// Fills in the defaults and reports the required fields that are missing.
  ///
  /// - Parameter misspelt: The keys that an unknown one is likely to mean, which is reported already.
  private mutating func complete(
    _ fields: inout Fields, definitions: FieldTable, misspelt: Set<String>, at mark: YAMLMark?
  ) {
    for definition in definitions.completed where fields.locations[definition.key] == nil {
      if let value = definition.defaultValue {
        fields.values[definition.key] = value
      } else if definition.isRequired, !misspelt.contains(definition.key) {
        let place = fields.empty[definition.key] ?? yaml.location(of: mark)
        diagnostics.append(.missingField(definition, at: place))
      }
    }
  }

  /// Reads one value or a list of values.
  ///
  /// - Parameter key: The key as it was written, for messages, where it is another of its spellings.
  mutating func value(
    of node: YAMLNode, _ definition: FieldDefinition, writtenAs key: String? = nil
  ) -> FieldValue? {
    if definition.kind.rules.isReadElsewhere { return nil }
    if let link = node.wordsOfLink {
      diagnostics.append(.linkWithoutQuotes(key ?? definition.key, link, at: location(of: node)))
      return nil
    }
    guard definition.holdsList else {
      guard node.sequence == nil else {
        diagnostics.append(.unexpectedList(key ?? definition.key, at: location(of: node)))
        return nil
      }
      return element(node, definition)
    }
    let nodes: [YAMLNode]
    if let sequence = node.sequence {
      nodes = Array(sequence)
    } else if let text = node.scalar?.string,
      let values = definition.kind.rules.values(inLine: text)
    {
      return .list(values)
    } else {
      nodes = [node]
    }
    if !definition.elementCount.contains(nodes.count) {
      diagnostics.append(
        .wrongElementCount(definition, count: nodes.count, at: location(of: node)))
    }
    return .list(nodes.compactMap { $0.isNull ? nil : element($0, definition) })
  }

  private mutating func element(_ node: YAMLNode, _ definition: FieldDefinition) -> FieldValue? {
    definition.kind.rules.read(node, definition.key, in: &self)
  }

  // MARK: For the kinds

  /// Returns the place of a node in its file.
  func location(of node: YAMLNode) -> SourceLocation {
    yaml.location(of: node.mark, length: node.writtenLength)
  }

  /// Reports what is wrong with a value, and returns nil in its place.
  mutating func refuse<Value>(_ diagnostic: Diagnostic) -> Value? {
    diagnostics.append(diagnostic)
    return nil
  }

  /// Returns a value that lies within its bounds; one that does not is reported.
  mutating func checked<Value: Comparable & Hashable & Sendable>(
    _ value: Value, _ written: WrittenScalar, within bounds: Bounds<Value>
  ) -> Value? {
    bounds.contains(value)
      ? value : refuse(.outOfBounds(written.text, bounds, at: written.location))
  }
}

extension YAMLNode {
  /// The words of `[[words]]` without quotes, which is a list of one value in a list of one.
  fileprivate var wordsOfLink: String? {
    guard let outer = self.sequence, outer.count == 1, let inner = outer.first?.sequence,
      inner.count == 1
    else { return nil }
    return inner.first?.scalar?.string
  }
}
