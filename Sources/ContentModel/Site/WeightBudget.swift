public import Diagnostics

/// How much the pages of a site may weigh: `budget` in `archipel.yaml`.
public struct WeightBudget: Sendable, Hashable {
  /// What a page may ask of a reader who has never seen the site.
  public struct Limit: Sendable, Hashable {
    /// The most that the page and what it loads weigh together, uncompressed.
    public var weight: ByteCount?
    /// The most requests, that of the page included.
    public var requests: Int?
    /// Where the limit is written.
    public var location: SourceLocation
  }

  /// A kind of page with a limit of its own.
  public enum PageKind: String, Sendable, CaseIterable {
    /// The home page, its images included.
    case home
    /// The page of a sheet, without its images.
    case sheet
    /// Any other page, without its images: lists, tags, search…
    case page
  }

  private var limits: [PageKind: Limit] = [:]

  /// Creates a budget without limits.
  init() {}

  /// The limit of a kind of page; none when nothing is said.
  public subscript(kind: PageKind) -> Limit? { limits[kind] }

  /// Whether no page has a limit.
  public var isEmpty: Bool { limits.isEmpty }

  /// Reads `home`, `sheet` and `page`, and the number of requests of each.
  init(_ reader: inout MappingReader) {
    for kind in PageKind.allCases {
      let requests = "\(kind.rawValue)_requests"
      let text = reader.string(kind.rawValue)
      let weight = text.flatMap { ByteCount(parsing: $0) }
      if let text, weight == nil {
        reader.report(.unreadableByteCount(text, at: reader.location(ofKey: kind.rawValue)))
      }
      let most = reader.integer(requests)
      if weight != nil || most != nil {
        limits[kind] = Limit(
          weight: weight, requests: most,
          location: reader.location(ofKey: weight == nil ? requests : kind.rawValue))
      }
    }
  }
}
