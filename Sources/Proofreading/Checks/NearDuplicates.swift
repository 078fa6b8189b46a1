import SiteGraph
import SiteLoading
import ContentModel
import Diagnostics
import TextEncoding

/// Tags, and terms of one vocabulary, that are nearly the same: written in two ways, in the
/// singular and the plural, or one letter apart.
struct NearDuplicates: EditorialCheck {
  package static let name = EditorialRules.Check.nearDuplicates

  package func findings(in site: EditorialContext) throws -> [Diagnostic] {
    try tagSpellings(in: site) + nearTags(in: site) + nearTerms(in: site)
  }

  /// The spellings of a tag but for the one most used, or else the one with the most accents.
  private func tagSpellings(in site: EditorialContext) throws -> [Diagnostic] {
    try site.commons.tagIndex.tags.flatMap { tag in
      let written = tag.sheets.flatMap { index in
        site.commons.site.sheets[index].tags.filter { TagKey.key(of: $0) == tag.key }
          .map { (sheet: index, tag: $0) }
      }
      let counts = Dictionary(written.map { ($0.tag, 1) }, uniquingKeysWith: +)
      let usual = counts.max { left, right in
        (left.value, left.key.utf8.count, right.key) < (right.value, right.key.utf8.count, left.key)
      }
      guard counts.count > 1, let usual = usual?.key else { return [Diagnostic]() }
      return try written.filter { $0.tag != usual }.map { index, tag in
        .tagSpelling(tag, usually: usual, at: try place(of: tag, on: index, in: site))
      }
    }
  }

  private func nearTags(in site: EditorialContext) throws -> [Diagnostic] {
    let tags = site.commons.tagIndex.tags
    return try NearNames(tags.map(\.key)).pairs.flatMap { first, second in
      // The one that fewer sheets bear is to be changed, or else the later one.
      let isFirst = tags[first].sheets.count < tags[second].sheets.count
      let (rare, usual) = isFirst ? (tags[first], tags[second]) : (tags[second], tags[first])
      return try rare.sheets.map { index in
        let written = site.commons.site.sheets[index].tags.first {
          TagKey.key(of: $0) == rare.key
        }
        let place = try place(of: written ?? rare.label, on: index, in: site)
        return Diagnostic.nearTag(
          written ?? rare.label, near: usual.label, usual.sheets.count, at: place)
      }
    }
  }

  private func nearTerms(in site: EditorialContext) -> [Diagnostic] {
    let loaded = site.commons.site
    return loaded.vocabularies.values.sorted { $0.id < $1.id }.flatMap { vocabulary in
      let names = vocabulary.terms.map { $0.label.text(in: loaded.configuration.language) }
      let folder = loaded.contentFolder.isEmpty ? "" : loaded.contentFolder + "/"
      let place = SourceLocation(path: folder + "_vocabularies/\(vocabulary.id).yaml")
      return NearNames(names.map { Slug.make(from: $0) }).pairs.map { first, second in
        Diagnostic.nearTerm(names[second], near: names[first], at: place)
      }
    }
  }

  private func place(of tag: String, on index: Int, in site: EditorialContext) throws
    -> SourceLocation
  {
    let sheet = site.commons.site.sheets[index]
    let start = sheet.locations["tags"] ?? sheet.location(of: "etiquettes")
    return try site.place(of: tag, from: start, ofSheet: index) ?? start
  }
}

/// Finds the names in a list that are nearly the same.
struct NearNames {
  /// Pairs of indices of the list, the lower first, in order.
  let pairs: [(Int, Int)]

  /// A letter more or less tells short words apart: « pain » and « main ».
  private static let shortestEdited = 8

  /// Compares names by what is left of them without one letter, rather than two by two.
  ///
  /// - Parameter keys: The names as ``Slug`` makes them.
  /// - Complexity: O(*n*) in the length of all names, squared for each name.
  init(_ keys: [String]) {
    var byVariant: [[UInt8]: [Int]] = [:]
    for (index, key) in keys.enumerated() {
      for variant in Self.deletions(of: key) { byVariant[variant, default: []].append(index) }
    }
    var found: Set<[Int]> = []
    for indices in byVariant.values {
      for (place, first) in indices.enumerated() {
        for second in indices[(place + 1)...]
        where first != second && Self.areNear(keys[first], keys[second]) {
          found.insert([min(first, second), max(first, second)])
        }
      }
    }
    pairs = found.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
  }

  /// Returns the variants that near names share: the name in the singular, the name itself, and the
  /// name with each one of its letters deleted.
  private static func deletions(of key: String) -> Set<[UInt8]> {
    let bytes = Array(key.utf8)
    var variants: Set<[UInt8]> = [singular(bytes)]
    if bytes.count >= shortestEdited {
      variants.insert(bytes)
      for index in bytes.indices { variants.insert(Array(bytes[..<index] + bytes[(index + 1)...])) }
    }
    return variants
  }

  private static func singular(_ key: [UInt8]) -> [UInt8] {
    key.split(separator: UInt8(ascii: "-")).flatMap { word in
      word.count > 3 && (word.last == UInt8(ascii: "s") || word.last == UInt8(ascii: "x"))
        ? word.dropLast() : word
    }
  }

  private static func areNear(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    if singular(left) == singular(right) { return true }
    guard min(left.count, right.count) >= shortestEdited, left.first == right.first else {
      return false
    }
    // Another number is another name: « budget-2025 », « budget-2026 ».
    func digits(_ key: [UInt8]) -> [UInt8] { key.filter { (0x30...0x39).contains($0) } }
    return digits(left) == digits(right) && isOneEdit(left, right)
  }

  /// Returns whether one letter more, less or changed, or two neighbours swapped, makes the other.
  private static func isOneEdit(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    let shorter = min(left.count, right.count)
    let middle = max(left.count, right.count) - min(start + end, shorter)
    if middle <= 1 { return true }
    return left.count == right.count && middle == 2 && left[start] == right[start + 1]
      && left[start + 1] == right[start]
  }
}
