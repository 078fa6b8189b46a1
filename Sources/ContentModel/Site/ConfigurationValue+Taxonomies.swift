import Diagnostics
import TextEncoding
import YAMLParsing

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
