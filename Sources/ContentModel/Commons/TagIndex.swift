import TextFolding

/// A tag, under all its spellings.
public struct Tag: Sendable, Hashable {
  /// The tag in addresses, the same for all spellings.
  public let key: String
  /// The spelling most used; the first by alphabetical order when two are equally so.
  public let label: String
  /// The sheets that bear it, in the order of the site.
  public let sheets: [Int]
}

/// The tags of a site: two that differ by letter case or accents alone are one.
public struct TagIndex: Sendable {
  /// The tags, by alphabetical order.
  public let tags: [Tag]
  /// The tags of each sheet, as indices of `tags`, in the order written.
  public let tagsBySheet: [[Int]]

  /// Gathers the tags of sheets.
  ///
  /// - Complexity: O(*n*) in the number of tags of all sheets, and O(*t* log *t*) in that of tags.
  public init(_ sheets: [Sheet]) {
    var keys: [String: String] = [:]
    var sheetsByKey: [String: [Int]] = [:]
    var spellings: [String: [String: Int]] = [:]
    var keysBySheet: [[String]] = []
    keysBySheet.reserveCapacity(sheets.count)
    for (index, sheet) in sheets.enumerated() {
      var own: [String] = []
      for tag in sheet.tags {
        let key = keys[tag] ?? FoldedKey.make(from: tag)
        keys[tag] = key
        guard !key.isEmpty, !own.contains(key) else { continue }
        own.append(key)
        sheetsByKey[key, default: []].append(index)
        spellings[key, default: [:]][tag, default: 0] += 1
      }
      keysBySheet.append(own)
    }
    let sortedKeys = sheetsByKey.keys.sorted()
    tags = sortedKeys.map { key in
      let label = spellings[key]?.min { left, right in
        left.value != right.value ? left.value > right.value : left.key < right.key
      }
      return Tag(key: key, label: label?.key ?? key, sheets: sheetsByKey[key] ?? [])
    }
    let indices = Dictionary(uniqueKeysWithValues: zip(sortedKeys, sortedKeys.indices))
    tagsBySheet = keysBySheet.map { $0.compactMap { indices[$0] } }
  }
}
