/// What a licence asks of who adapts a work, for those whose compatibility is known.
enum LicenceTerms: Sendable, Hashable {
  /// Nothing.
  case publicDomain
  /// That the source is named, under whatever other terms: Licence Ouverte 2.0 and its like.
  case attribution
  case creativeCommons(CreativeCommonsTerms)
  /// The Free Art License 1.3.
  case freeArt
  case gnu(GNUTerms)
  /// Any other licence, whose terms Archipel does not know.
  case other

  init(of id: String) {
    if let terms = CreativeCommonsTerms(id: id) {
      self = .creativeCommons(terms)
    } else if let terms = GNUTerms(id: id) {
      self = .gnu(terms)
    } else {
      self = Self.named[id] ?? .other
    }
  }

  private static let named: [String: LicenceTerms] = [
    "CC0-1.0": .publicDomain, "CC-PDDC": .publicDomain, "CC-PDM-1.0": .publicDomain,
    "PDDL-1.0": .publicDomain, "Unlicense": .publicDomain, "etalab-2.0": .attribution,
    "ODC-By-1.0": .attribution, "OGL-UK-3.0": .attribution, "LAL-1.3": .freeArt,
  ]
}

/// The elements of a Creative Commons licence, and its edition.
struct CreativeCommonsTerms: Sendable, Hashable {
  /// The elements as the identifier has them: `BY-NC-SA`.
  let elements: String
  /// The version and, of a licence written for one country, that country: `2.0 FR`.
  let edition: String
  /// The major and the minor number of the version.
  let version: [Int]

  init?(id: String) {
    guard id.hasPrefix("CC-") else { return nil }
    let parts = id.split(separator: "-").dropFirst()
    let elements = parts.prefix { ["BY", "NC", "ND", "SA"].contains($0) }
    let edition = parts.dropFirst(elements.count)
    guard !elements.isEmpty, let version = edition.first else { return nil }
    self.elements = elements.joined(separator: "-")
    self.edition = edition.joined(separator: " ")
    self.version = version.split(separator: ".").compactMap { Int($0) }
  }

  var isNonCommercial: Bool { has("NC") }
  var forbidsAdapting: Bool { has("ND") }
  var isShareAlike: Bool { has("SA") }

  private func has(_ element: Substring) -> Bool {
    elements.split(separator: "-").contains(element)
  }
}

/// A licence of GNU: which it is, of which version.
struct GNUTerms: Sendable, Hashable {
  enum Family: String, Sendable {
    case documentation = "GFDL"
    case general = "GPL"
    case network = "AGPL"
  }

  let family: Family
  let version: String
  /// Whether later versions may take its place.
  let allowsLater: Bool
  /// Whether a text has parts that nobody may change, where the identifier says so.
  let hasInvariants: Bool?

  init?(id: String) {
    let parts = id.split(separator: "-", maxSplits: 2).map(String.init)
    guard parts.count == 3, let family = Family(rawValue: parts[0]) else { return nil }
    self.family = family
    version = parts[1]
    allowsLater = parts[2].hasSuffix("or-later")
    hasInvariants = parts[2].contains("invariants") ? !parts[2].hasPrefix("no-") : nil
  }
}
