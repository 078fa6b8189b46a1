public import Diagnostics

/// What `taxonomies` of `archipel.yaml` names: a vocabulary, a field, or the authors.
public struct TaxonomyName: Sendable, Hashable {
  /// The name as it is written.
  public let text: String
  /// Where it is written.
  public let location: SourceLocation
}
