import Diagnostics
import YAMLParsing

/// A value that a site gives to its templates, under `params` in `archipel.yaml`.
public indirect enum SiteParameter: Sendable, Hashable {
  /// Nothing.
  case none
  /// A text; numbers are kept as they are written.
  case text(String)
  /// Yes or no, written without quotes.
  case flag(Bool)
  /// Several values.
  case list([SiteParameter])
  /// Values by key.
  case object([String: SiteParameter])

  /// The most values that a site may give, once its aliases are followed.
  static let maxValues = 10_000
  /// The most lists and objects inside each other.
  static let greatestDepth = 16

  /// Reads a node; nil when it holds too much.
  init?(_ node: YAMLNode) {
    var budget = Self.maxValues
    guard let value = Self.make(node, depth: 0, budget: &budget) else { return nil }
    self = value
  }

  private static func make(_ node: YAMLNode, depth: Int, budget: inout Int) -> SiteParameter? {
    budget -= 1
    guard budget >= 0, depth <= greatestDepth else { return nil }
    if node.isNull { return SiteParameter.none }
    switch node {
    case .scalar(let scalar): return Self.scalar(scalar)
    case .sequence(let nodes):
      var values: [SiteParameter] = []
      for node in nodes {
        guard let value = make(node, depth: depth + 1, budget: &budget) else { return nil }
        values.append(value)
      }
      return .list(values)
    case .mapping(let mapping):
      var values: [String: SiteParameter] = [:]
      for (key, node) in mapping {
        guard let key = key.scalar?.string else { continue }
        guard let value = make(node, depth: depth + 1, budget: &budget) else { return nil }
        values[key] = value
      }
      return .object(values)
    }
  }

  private static func scalar(_ scalar: YAMLScalar) -> SiteParameter {
    guard scalar.style == .plain else { return .text(scalar.string) }
    switch scalar.string.lowercased() {
    case "true", "oui": return .flag(true)
    case "false", "non": return .flag(false)
    default: return .text(scalar.string)
    }
  }
}

extension ConfigurationValue {
  /// What templates read that is of this site alone.
  static let parameters = ConfigurationValue(.free) { key, configuration, reader in
    guard let node = reader.node(key.name, key.otherName ?? key.name) else { return }
    guard node.mapping != nil else {
      reader.report(.expectedMapping(at: reader.location(of: node)))
      return
    }
    guard case .object(let values)? = SiteParameter(node) else {
      reader.report(.tooManyParameters(at: key.location(in: reader)))
      return
    }
    configuration.parameters = values
  }
}

extension Diagnostic {
  fileprivate static func tooManyParameters(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.parameters", at: location,
      LocalizedText(fr: "trop de valeurs, ou trop imbriquées", en: "too many values, or too deep"),
      expected: LocalizedText(
        fr:
          "au plus \(SiteParameter.maxValues) valeurs, sur \(SiteParameter.greatestDepth) niveaux",
        en: "at most \(SiteParameter.maxValues) values, on \(SiteParameter.greatestDepth) levels"))
  }
}
