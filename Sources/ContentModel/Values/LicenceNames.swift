import TextEncoding

/// What people call licences beside their identifiers.
enum LicenceNames {
  /// The usual names of those that are no family.
  static let labels = [
    "CC0-1.0": "CC0 1.0", "CC-PDDC": "domaine public", "CC-PDM-1.0": "domaine public",
    "PDDL-1.0": "PDDL 1.0", "etalab-2.0": "Licence Ouverte 2.0", "LAL-1.3": "Licence Art Libre 1.3",
    "ODbL-1.0": "ODbL 1.0", "ODC-By-1.0": "ODC-By 1.0",
  ]

  /// Where their terms are, in French where there are some.
  static let addresses = [
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.fr",
    "CC-PDM-1.0": "https://creativecommons.org/publicdomain/mark/1.0/deed.fr",
    "CC-PDDC": "https://creativecommons.org/licenses/publicdomain/deed.fr",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "etalab-2.0": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    "LAL-1.3": "https://artlibre.org/licence/lal/",
  ]

  /// Returns the licence that a name out of an old document means without a doubt, by its identifier.
  ///
  /// The documentation licence of GNU was long written as one of the GPL, and without a version, which
  /// its section 10 takes as any of them.
  static func old(_ text: String) -> String? {
    let words = Slug.make(from: text)
    guard
      let match = words.wholeMatch(
        of:
          /(?:gpl-fdl|gnu-gpl-fdl|gnu-fdl|gfdl|gnu-free-documentation-licen[cs]e)(?:-v?(1)-?([123]))?/
      )
    else { return nil }
    guard let minor = match.2 else { return "GFDL-1.1-or-later" }
    return "GFDL-1.\(minor)-only"
  }

  /// Returns the licence that is nearest to what a text says, to be suggested: the first of a choice, what
  /// an identifier of old means, and what a licence of a country that the list lacks is made from.
  static func near(_ text: String) -> String? {
    if let choice = choices(in: text) {
      return choice.lazy.compactMap { SPDX.identifiers[$0.lowercased()] ?? near($0) }.first
    }
    let word = text.trimmed.lowercased()
    if let match = word.wholeMatch(of: /([al]?gpl-[0-9](?:\.[0-9])?)(\+)?/) {
      let start = String(match.1) + (match.1.contains(".") ? "" : ".0")
      let id = start + (match.2 == nil ? "-only" : "-or-later")
      if let known = SPDX.identifiers[id] { return known }
    }
    if let known = nearAddress(word) { return known }
    if let known = meant(by: text) { return known }
    // That of a country is made from the one that has no country.
    let slug = Slug.make(from: text)
    if let match = slug.wholeMatch(of: /(.*[0-9])-[a-z]{2,3}/) { return meant(by: String(match.1)) }
    return suggested[slug]
  }

  /// Returns the licence that an address is nearest to: of terms in another language, of those of a country,
  /// of one of GNU, whose page does not say whether later versions may be chosen.
  private static func nearAddress(_ address: String) -> String? {
    guard address.hasPrefix("http") else { return nil }
    if let match = address.firstMatch(
      of: /creativecommons\.org\/licenses\/(by[a-z-]*)\/([0-9]\.[0-9])(?:\/|$)/)
    {
      return SPDX.identifiers["cc-\(match.1)-\(match.2)"]
    }
    if let match = address.firstMatch(
      of: /gnu\.org\/licenses\/(?:old-licenses\/)?([al]?gpl-[0-9.]+[0-9])/)
    {
      return SPDX.identifiers[match.1 + "-only"]
    }
    let isOpen = address.contains("licence-ouverte") && !address.contains("v1")
    return isOpen ? "etalab-2.0" : nil
  }

  /// Returns the licences of an SPDX expression; nil when the text is no SPDX expression.
  static func choices(in text: String) -> [String]? {
    let parts = text.split(separator: /[()\s]+(?:OR|AND|or|and|ou|et)[()\s]+/)
      .map { $0.filter { !"()".contains($0) }.trimmed }
    guard parts.count > 1, !parts.contains(where: { $0.contains(" ") }),
      parts.contains(where: { SPDX.identifiers[$0.lowercased()] != nil })
    else { return nil }
    return parts
  }

  /// Whether a text is an SPDX expression of several licences that hold together.
  static func isSum(_ text: String) -> Bool {
    choices(in: text) != nil && text.firstMatch(of: /\s(?:AND|and|et)\s/) != nil
  }

  /// Returns the licence that a text is likely to mean, by its identifier.
  static func meant(by text: String) -> String? {
    let words = Slug.make(from: text)
    return byWords[words] ?? usual[words] ?? spelled(words)
  }

  static let byWords = Dictionary(
    SPDX.identifiers.values.sorted().map { (Slug.make(from: $0), $0) },
    uniquingKeysWith: { first, _ in first })

  /// What a name is likely to mean that several licences have.
  private static let suggested = [
    "creative-commons": "CC-BY-4.0", "cc": "CC-BY-4.0", "by": "CC-BY-4.0", "by-sa": "CC-BY-SA-4.0",
    "by-nc": "CC-BY-NC-4.0", "by-nd": "CC-BY-ND-4.0", "by-nc-sa": "CC-BY-NC-SA-4.0",
    "by-nc-nd": "CC-BY-NC-ND-4.0",
  ]

  private static let usual = [
    "etalab": "etalab-2.0", "licence-ouverte": "etalab-2.0", "licence-ouverte-2-0": "etalab-2.0",
    "licence-ouverte-etalab": "etalab-2.0", "licence-etalab": "etalab-2.0",
    "open-licence": "etalab-2.0", "open-licence-2-0": "etalab-2.0", "cc0": "CC0-1.0",
    "cc-0": "CC0-1.0", "cc-zero": "CC0-1.0", "domaine-public": "CC-PDDC",
    "public-domain": "CC-PDDC", "pddl": "PDDL-1.0", "cc-by": "CC-BY-4.0",
    "cc-by-sa": "CC-BY-SA-4.0", "cc-by-nc": "CC-BY-NC-4.0", "cc-by-nd": "CC-BY-ND-4.0",
    "cc-by-nc-sa": "CC-BY-NC-SA-4.0", "cc-by-nc-nd": "CC-BY-NC-ND-4.0",
    "creative-commons-by": "CC-BY-4.0", "creative-commons-by-sa": "CC-BY-SA-4.0",
    "art-libre": "LAL-1.3",
    "licence-art-libre": "LAL-1.3", "licence-art-libre-1-3": "LAL-1.3", "odbl": "ODbL-1.0",
    "gpl": "GPL-3.0-or-later", "gnu-gpl": "GPL-3.0-or-later", "agpl": "AGPL-3.0-or-later",
  ]
}

extension Licence {
  /// Reads an identifier, the address of the terms, or the name of the GNU documentation licence as old
  /// documents write it.
  public init?(written text: String) {
    if let licence = Licence(id: text) ?? Licence(address: text)
      ?? LicenceNames.old(text).flatMap({ Licence(id: $0) })
    {
      self = licence
    } else {
      return nil
    }
  }

  /// Reads the address of terms on the web; nil where it is that of several licences, as those of GNU are.
  public init?(address text: String) {
    let address = text.trimmed.prefix { !"?#".contains($0) }
    guard address.wholeMatch(of: /(?i)https?:\/\/.+/) != nil,
      let licence = Self.byAddress[Self.bare(String(address))], !licence.id.contains("GFDL")
    else { return nil }
    self = licence
  }

  /// Reads what other sites may call a licence: an identifier, a usual name, or the address of its terms.
  public init?(meantBy text: String) {
    let text = text.trimmed
    if let licence = Licence(written: text)
      ?? LicenceNames.meant(by: text).flatMap({ Licence(id: $0) })
    {
      self = licence
    } else if let licence = Self.byAddress[Self.bare(text)] {
      self = licence
    } else {
      return nil
    }
  }

  private static let byAddress = Dictionary(
    SPDX.identifiers.values.sorted().compactMap { Licence(id: $0) }.map { (bare($0.url), $0) },
    uniquingKeysWith: { first, _ in first })

  private static func bare(_ address: String) -> String {
    var rest = address.lowercased()[...]
    for start in ["https://", "http://"] where rest.hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    // The terms are one licence in whatever language they are read.
    let end = #/(?:deed|legalcode)(?:\.[a-z]{2,3}(?:[-_][a-z]{2,4})?)?\/?$/#
    let path = rest.replacing(end, with: "", maxReplacements: 1)
    return path.hasSuffix("/") ? String(path.dropLast()) : String(path)
  }
}
