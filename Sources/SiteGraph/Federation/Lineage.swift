import ContentModel
import SiteLoading
import TextEncoding

/// Which sheets of other labs are copies of others, by what they say of themselves: the address of the
/// sheet that they are made from, their own address, the digest of their source.
///
/// A sheet of this site is shown in the place of all its copies, an original in the place of the copies
/// that name it; of others, the one whose lab comes first. What a lab says leaves out its own sheets, and
/// those of the labs that the site names after it.
struct Lineage {
  private let hidden: [Bool]

  /// - Complexity: O(*n*) in the number of sheets.
  init(_ federation: Federation, own: [(sheet: Sheet, address: String, digest: String)]) {
    let sheets = federation.sheets
    var ownKeys: Set<String> = []
    for (sheet, address, digest) in own {
      if let site = federation.address { ownKeys.insert(Self.key(Self.folder(site) + address)) }
      if let origin = sheet.origin {
        ownKeys.insert(Self.key(origin.url))
        if let digest = origin.digest { ownKeys.insert(digest.lowercased()) }
      }
      ownKeys.insert(digest)
    }
    let addresses = sheets.map { Self.key($0.url) }
    var first: [String: Int] = [:]
    for (index, address) in addresses.enumerated() where first[address] == nil {
      first[address] = index
    }
    // The sheet of another lab that each is made from.
    let origins = sheets.map { $0.origin.map(Self.key) }
    let parents = origins.enumerated().map { index, origin -> Int? in
      guard let parent = origin.flatMap({ first[$0] }), parent != index else { return nil }
      return parent
    }
    let roots = Self.roots(parents)
    var hidden = [Bool](repeating: false, count: sheets.count)
    // What this site has made its own, and all that came from the same.
    var ownRoots: Set<Int> = []
    for index in sheets.indices where ownKeys.contains(addresses[index]) {
      ownRoots.insert(roots[index])
    }
    // The labs come in the order of trust: the first sheet of a key is the one that is shown.
    var shown: Set<String> = []
    for index in sheets.indices {
      let isCopy =
        ownRoots.contains(roots[index]) || roots[index] != index
        || first[addresses[index]] != index
      let keys = [origins[index]].compactMap(\.self) + sheets[index].digests
      if isCopy || keys.contains(where: ownKeys.contains) || keys.contains(where: shown.contains) {
        hidden[index] = true
      } else {
        shown.formUnion(keys)
      }
    }
    self.hidden = hidden
  }

  /// Whether a sheet is shown.
  func isShown(_ sheet: Int) -> Bool { !hidden[sheet] }

  /// Follows each sheet to the one that it comes from in the end; of a circle, to its first.
  private static func roots(_ parents: [Int?]) -> [Int] {
    var roots = [Int?](repeating: nil, count: parents.count)
    var turns = [Int](repeating: -1, count: parents.count)
    for start in parents.indices where roots[start] == nil {
      var path: [Int] = []
      var place = start
      while roots[place] == nil, turns[place] != start {
        turns[place] = start
        path.append(place)
        guard let parent = parents[place] else { break }
        place = parent
      }
      var root = roots[place] ?? place
      if roots[place] == nil, let from = path.firstIndex(of: place) {
        root = path[from...].min() ?? place
      }
      for step in path { roots[step] = root }
    }
    return roots.enumerated().map { $1 ?? $0 }
  }

  /// An address as it is compared: without its scheme, the name of its file, its end.
  static func key(_ address: String) -> String {
    var key = address.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    for scheme in ["https://", "http://"] where key.starts(with: scheme.utf8) {
      key = key.dropFirst(scheme.utf8.count)
    }
    let file = "index.html".utf8
    if key.suffix(file.count + 1).elementsEqual("/index.html".utf8) {
      key = key.dropLast(file.count)
    }
    while key.last == UInt8(ascii: "/") { key = key.dropLast() }
    return String(Substring(key))
  }

  private static func folder(_ address: String) -> String {
    address.hasSuffix("/") ? address : address + "/"
  }
}
