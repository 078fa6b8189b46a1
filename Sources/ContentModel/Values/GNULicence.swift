/// A licence of GNU: which it is, of which version.
struct GNULicence: Sendable, Hashable {
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
