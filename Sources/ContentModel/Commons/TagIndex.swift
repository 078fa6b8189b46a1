import TextEncoding

/// The tags of a site, or the words of another of its taxonomies: two that differ by letter case or accents
/// alone are one.
public struct TagIndex: Sendable {
  /// The tags, by alphabetical order; terms, in the order of their vocabulary.
  public let tags: [Tag]
  /// The tags of each sheet, as indices of `tags`, in the order written.
  public let tagsBySheet: [[Int]]

  /// Gathers the tags of sheets, or other words that they bear.
  ///
  /// - Parameters:
  ///   - words: Returns the words of a sheet.
  ///   - term: Returns the rank and the name of a word that is a term.
  /// - Complexity: O(*n*) in the number of tags of all sheets, and O(*t* log *t*) in that of tags.
  public init(
    _ sheets: [Sheet], words: (Sheet) -> [String] = { $0.tags },
    term: (String) -> (rank: Int, label: String)? = { _ in nil }
  ) {
    var spellings: [Spelling] = []
    var spellingByText: [String: Int] = [:]
    var keys: [String] = []
    var numberByKey: [String: Int] = [:]
    var sheetsByKey: [[Int]] = []
    var keysBySheet: [[Int]] = []
    keysBySheet.reserveCapacity(sheets.count)
    for (index, sheet) in sheets.enumerated() {
      var own: [Int] = []
      for tag in words(sheet) {
        let place =
          spellingByText[tag]
          ?? {
            let key = TagKey.key(of: tag)
            let number = numberByKey[key] ?? keys.count
            if number == keys.count {
              numberByKey[key] = number
              keys.append(key)
              sheetsByKey.append([])
            }
            spellingByText[tag] = spellings.count
            spellings.append(Spelling(text: tag, key: number))
            return spellings.count - 1
          }()
        let key = spellings[place].key
        guard !keys[key].isEmpty, !own.contains(key) else { continue }
        own.append(key)
        // What is in no list bears the tags that others have.
        if sheet.isUnlisted { continue }
        sheetsByKey[key].append(index)
        spellings[place].uses += 1
      }
      keysBySheet.append(own)
    }
    let labels = Self.labels(spellings, count: keys.count)
    let terms = labels.map(term)
    let sorted = keys.indices.filter { !sheetsByKey[$0].isEmpty }.sorted {
      (terms[$0]?.rank ?? .max, keys[$0]) < (terms[$1]?.rank ?? .max, keys[$1])
    }
    tags = sorted.map {
      Tag(key: keys[$0], label: terms[$0]?.label ?? labels[$0], sheets: sheetsByKey[$0])
    }
    var places = [Int](repeating: 0, count: keys.count)
    for (place, key) in sorted.enumerated() { places[key] = place }
    tagsBySheet = keysBySheet.map { own in
      own.filter { !sheetsByKey[$0].isEmpty }.map { places[$0] }
    }
  }

  /// One way in which sheets write a tag.
  private struct Spelling {
    let text: String
    let key: Int
    var uses = 0
  }

  /// Returns the spelling most used of each key.
  private static func labels(_ spellings: [Spelling], count: Int) -> [String] {
    var best = [Spelling?](repeating: nil, count: count)
    for spelling in spellings where spelling.uses > 0 {
      if let other = best[spelling.key],
        other.uses > spelling.uses || (other.uses == spelling.uses && other.text < spelling.text)
      {
        continue
      }
      best[spelling.key] = spelling
    }
    return best.map { $0?.text ?? "" }
  }
}
