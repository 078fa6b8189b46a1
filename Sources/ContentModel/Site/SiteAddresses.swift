import TextEncoding

/// Where the pages are published that belong to no sheet: names of folders at the root of the site.
///
/// A lab chooses them in its own language, by `addresses:` in `archipel.yaml`.
public struct SiteAddresses: Sendable, Hashable {
  /// The folder of the pages of tags.
  public var tags = "etiquettes"
  /// The folder of the search page.
  public var search = "recherche"
  /// The folder of the search index.
  public var searchIndex = "recherche-index"
  /// The folder of the alphabetical list.
  public var alphabet = "a-z"
  /// The folder of the site map for readers.
  public var siteMap = "plan-du-site"

  /// The keys of `addresses:`, each in English and in French, and what each says.
  public static let keys: [(name: String, french: String)] = [
    ("tags", "etiquettes"), ("search", "recherche"), ("search_index", "index_recherche"),
    ("a_z", "index_a_z"), ("site_map", "plan_du_site"),
  ]

  private static let members: [any WritableKeyPath<SiteAddresses, String> & Sendable] = [
    \.tags, \.search, \.searchIndex, \.alphabet, \.siteMap,
  ]

  /// Creates the addresses of a site that chooses none.
  public init() {}

  /// A folder that has moved, as the writers have one of its name.
  public struct Move: Sendable, Hashable {
    /// The key of `addresses:` that chooses the folder.
    public let key: String
    /// The folder that the writers have.
    public let folder: String
    /// Where the page is instead.
    public let other: String
  }

  /// Gives the pages whose folders the writers have the next free number: `recherche-2`.
  ///
  /// - Parameter taken: The folders at the root of the site that sheets lie in.
  public mutating func avoid(_ taken: Set<String>) -> [Move] {
    var moves: [Move] = []
    for ((key, _), member) in zip(Self.keys, Self.members) {
      let folder = self[keyPath: member]
      guard taken.contains(folder) else { continue }
      let others = taken.union(Self.members.map { self[keyPath: $0] })
      let other = Self.free(folder, besides: others)
      self[keyPath: member] = other
      moves.append(Move(key: key, folder: folder, other: other))
    }
    return moves
  }

  /// Returns a folder under the first number that is free: `recherche-2`; the folder itself when it is.
  package static func free(_ folder: String, besides taken: Set<String>) -> String {
    guard taken.contains(folder) else { return folder }
    var number = 2
    while taken.contains("\(folder)-\(number)") { number += 1 }
    return "\(folder)-\(number)"
  }

  /// The names of the folders.
  package var folders: [String] { Self.members.map { self[keyPath: $0] } }

  /// Reads `addresses:`.
  ///
  /// A name that is no slug is reported and left out; so is one that two of them bear.
  init(_ reader: inout MappingReader) {
    for ((key, french), member) in zip(Self.keys, Self.members) {
      guard let name = reader.string(key, french) else { continue }
      let location = reader.location(ofKey: key, french)
      guard !name.isEmpty, Slug.make(from: name) == name else {
        reader.report(.unusableAddress(name, at: location))
        continue
      }
      self[keyPath: member] = name
    }
    var first: [String: String] = [:]
    for ((key, french), member) in zip(Self.keys, Self.members) {
      let name = self[keyPath: member]
      if let other = first.updateValue(key, forKey: name) {
        let location = reader.location(ofKey: key, french)
        reader.report(.sharedAddress(name, of: key, and: other, at: location))
      }
    }
  }
}
