import ByteCoding
import ContentModel
package import SiteLoading
import TextEncoding

/// The sheets of other labs that a site shows beside its own, each once.
package struct FederatedSheets: Sendable {
  package let labs: [Federation.Lab]
  /// The sheets, in the order of the labs and of their catalogues.
  package let sheets: [FederatedSheet]
  /// The sheets of each type, by its id, lab by lab, without translations of others.
  package let sheetsByType: [String: [[Int]]]
  /// The sheets of each tag, by its key, without translations of others.
  package let sheetsByTag: [String: [Int]]
  /// The translations of sheets, by their originals and their languages.
  private let translations: [Int: [String: Int]]
  /// The keys of tags, by how they are written.
  private let keys: [String: String]
  /// A hash of all of the above.
  package let hash: UInt64

  /// Whether the site shows no other lab.
  package var isEmpty: Bool { labs.isEmpty }

  /// Takes the sheets of a federation, without the copies of sheets that are shown already.
  ///
  /// - Parameter own: The sheets of the site, with their addresses from its root and the digests of their
  ///   sources.
  /// - Complexity: O(*n*) in the number of sheets.
  init(_ federation: Federation, own: [(sheet: Sheet, address: String, digest: String)]) {
    labs = federation.labs
    guard !labs.isEmpty else {
      sheets = []
      sheetsByType = [:]
      sheetsByTag = [:]
      translations = [:]
      keys = [:]
      hash = 0
      return
    }
    let known = Self.originals(of: federation.sheets)
    let lineage = Lineage(federation, originals: known, own: own)
    let shown = federation.sheets.indices.filter(lineage.isShown)
    let sheets = shown.map { federation.sheets[$0] }
    self.sheets = sheets
    var places = [Int?](repeating: nil, count: federation.sheets.count)
    for (place, sheet) in shown.enumerated() { places[sheet] = place }
    var translations: [Int: [String: Int]] = [:]
    var byType: [String: [[Int]]] = [:]
    var tags = Tags()
    let none = [[Int]](repeating: [], count: labs.count)
    for (index, sheet) in sheets.enumerated() {
      let numbers = sheet.tags.map { tags.number(of: $0) }
      if let original = known[shown[index]].flatMap({ places[$0] }) {
        let language = sheet.language ?? ""
        if translations[original]?[language] == nil {
          translations[original, default: [:]][language] = index
        }
        continue
      }
      byType[sheet.type, default: none][sheet.lab].append(index)
      for number in numbers { tags.add(index, to: number) }
    }
    self.translations = translations
    sheetsByType = byType
    (sheetsByTag, keys) = (tags.sheetsByKey, tags.keys)
    hash = StableHash.of { hasher in
      hasher.add(federation.hash)
      hasher.add(shown.count)
      for index in shown { hasher.add(index) }
    }
  }

  /// The tags of sheets: each is looked up once a sheet, as it is written.
  private struct Tags {
    private var numbers: [String: Int] = [:]
    private var numbersByKey: [String: Int] = [:]
    private var all: [(key: String, sheets: [Int])] = []

    /// Returns the number of a tag; tags with one key have one.
    mutating func number(of tag: String) -> Int {
      if let number = numbers[tag] { return number }
      let key = Slug.make(from: tag)
      let number = numbersByKey[key] ?? all.count
      if number == all.count { all.append((key, [])) }
      numbersByKey[key] = number
      numbers[tag] = number
      return number
    }

    /// Notes that a sheet bears a tag; the sheets come in their order.
    mutating func add(_ sheet: Int, to number: Int) {
      if all[number].sheets.last != sheet { all[number].sheets.append(sheet) }
    }

    /// The keys of tags, by how they are written.
    var keys: [String: String] { numbers.mapValues { all[$0].key } }

    /// The sheets of each key, those that have any.
    var sheetsByKey: [String: [Int]] {
      let found = all.filter { !$0.key.isEmpty && !$0.sheets.isEmpty }
      return Dictionary(uniqueKeysWithValues: found.map { ($0.key, $0.sheets) })
    }
  }

  /// Returns the sheet that each translation is of, where its lab has that in its catalogue.
  private static func originals(of sheets: [FederatedSheet]) -> [Int: Int] {
    struct Name: Hashable {
      let lab: Int
      let id: String
    }
    var named: Set<Name> = []
    for sheet in sheets {
      if let original = sheet.original { named.insert(Name(lab: sheet.lab, id: original)) }
    }
    guard !named.isEmpty else { return [:] }
    var places: [Name: Int] = [:]
    for (index, sheet) in sheets.enumerated() where sheet.original == nil {
      let name = Name(lab: sheet.lab, id: sheet.id)
      if named.contains(name), places[name] == nil { places[name] = index }
    }
    var originals: [Int: Int] = [:]
    for (index, sheet) in sheets.enumerated() {
      originals[index] = sheet.original.flatMap { places[Name(lab: sheet.lab, id: $0)] }
    }
    return originals
  }

  /// Returns a sheet in a language, where its lab has it in that one, or else as it was written.
  package func version(of sheet: Int, in language: String) -> FederatedSheet {
    let isInIt = sheets[sheet].language == language
    return sheets[isInIt ? sheet : translations[sheet]?[language] ?? sheet]
  }

  /// Returns the key of a tag of a sheet.
  package func key(ofTag tag: String) -> String { keys[tag] ?? "" }

  /// The most sheets that are compared for each tag of a sheet.
  private static let maxCandidates = 200

  /// Returns the sheets that share tags with a sheet of the site, the nearest first.
  ///
  /// - Parameters:
  ///   - tags: The keys of its tags.
  ///   - type: The id of its type.
  /// - Complexity: O(*t*) in the number of its tags.
  package func related(toTags tags: [String], type: String, atMost limit: Int) -> [Int] {
    var weights: [Int: Double] = [:]
    for tag in tags {
      guard let bearing = sheetsByTag[tag] else { continue }
      // A tag that few sheets bear says more.
      let weight = 1 / Double(bearing.count + 1)
      for sheet in bearing.prefix(Self.maxCandidates) { weights[sheet, default: 0] += weight }
    }
    for sheet in weights.keys where sheets[sheet].type == type {
      weights[sheet, default: 0] *= 1.2
    }
    let sorted = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.prefix(limit).map(\.key)
  }
}
