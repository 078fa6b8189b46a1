public import Diagnostics
import TextEncoding
import YAMLParsing

/// What `taxonomies` of `archipel.yaml` names: a vocabulary, a field, or the authors.
public struct TaxonomyName: Sendable, Hashable {
  /// The name as it is written.
  public let text: String
  /// Where it is written.
  public let location: SourceLocation
}

extension ConfigurationValue {
  /// The names in a list, or one without its dash; one that can be no address is reported.
  static let taxonomies = ConfigurationValue(.list(.text)) { key, configuration, reader in
    guard let node = reader.node(key.name) else { return }
    for element in node.sequence.map(Array.init) ?? [node] {
      let location = reader.location(of: element)
      guard let text = element.scalar?.string.trimmed else {
        reader.report(.expectedScalar(key.name, at: location))
        continue
      }
      if Slug.make(from: text).isEmpty {
        reader.report(.unusableAddress(text, at: location))
      } else {
        configuration.taxonomies.append(TaxonomyName(text: text, location: location))
      }
    }
  }
}
