/// Lists of sheets that have a feed of their own where the site asks for it; the site and the folders
/// at its top always have one.
public enum FeedScope: String, Sendable, Hashable, CaseIterable {
  /// The sheets of each tag.
  case tags
  /// The sheets of each word of the other taxonomies.
  case terms

  /// Its names in `archipel.yaml`.
  var names: [String] {
    switch self {
    case .tags: ["tags", "etiquettes"]
    case .terms: ["terms", "termes"]
    }
  }
}
