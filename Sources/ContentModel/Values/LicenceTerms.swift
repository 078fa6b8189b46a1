/// What a licence asks of who adapts a work, for those whose compatibility is known.
enum LicenceTerms: Sendable, Hashable {
  /// Nothing.
  case publicDomain
  /// That the source is named, under whatever other terms: Licence Ouverte 2.0 and its like.
  case attribution
  case creativeCommons(CreativeCommonsLicence)
  /// The Free Art License 1.3.
  case freeArt
  case gnu(GNULicence)
  /// Any other licence, whose terms Archipel does not know.
  case other

  init(of id: String) {
    if let terms = CreativeCommonsLicence(id: id) {
      self = .creativeCommons(terms)
    } else if let terms = GNULicence(id: id) {
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
