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

  /// - Parameter originals: The sheets that others translate, by those: these are shown with them.
  /// - Complexity: O(*n*) in the number of sheets.
  init(
    _ federation: Federation, originals: [Int: Int],
    own: [(sheet: Sheet, address: String, digest: String)]
  ) {
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
    first.reserveCapacity(sheets.count)
    for (index, address) in addresses.enumerated() where first[address] == nil {
      first[address] = index
    }
    // The sheet of another lab that each is made from; a translation comes from its original.
    let origins = sheets.map { $0.origin.map(Self.key) }
    let parents = origins.enumerated().map { index, origin -> Int? in
      let parent = originals[index] ?? origin.flatMap { first[$0] }
      return parent == index ? nil : parent
    }
    let roots = Self.roots(parents)
    var hidden = [Bool](repeating: false, count: sheets.count)
    // What this site has made its own, and all that came from the same.
    var ownRoots: Set<Int> = []
    for index in sheets.indices where ownKeys.contains(addresses[index]) {
      ownRoots.insert(roots[index])
    }
    // The labs come in the order of trust: the first one that has a key is the one that is shown.
    var shown: [String: Int] = [:]
    shown.reserveCapacity(sheets.count)
    for index in sheets.indices where originals[index] == nil {
      let (sheet, lab) = (sheets[index], sheets[index].lab)
      let isCopy =
        ownRoots.contains(roots[index]) || roots[index] != index
        || first[addresses[index]] != index
      let keys = [origins[index]].compactMap(\.self) + sheet.digests
      if isCopy || keys.contains(where: ownKeys.contains)
        || keys.contains(where: { shown[$0] ?? lab != lab })
      {
        hidden[index] = true
      } else {
        for key in keys where shown[key] == nil { shown[key] = lab }
      }
    }
    for (translation, original) in originals { hidden[translation] = hidden[original] }
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
  ///
  /// What a query asks for stays: wikis have all their pages at one path.
  static func key(_ address: String) -> String {
    let page = address.utf8.prefix { $0 != UInt8(ascii: "#") }
    var path = page.prefix { $0 != UInt8(ascii: "?") }
    let query = page[path.endIndex...]
    for scheme in ["https://", "http://"] where path.starts(with: scheme.utf8) {
      path = path.dropFirst(scheme.utf8.count)
    }
    let file = "index.html".utf8
    if path.suffix(file.count + 1).elementsEqual("/index.html".utf8) {
      path = path.dropLast(file.count)
    }
    while path.last == UInt8(ascii: "/") { path = path.dropLast() }
    return String(Substring(path)) + String(Substring(query))
  }

  private static func folder(_ address: String) -> String {
    address.hasSuffix("/") ? address : address + "/"
  }
}
