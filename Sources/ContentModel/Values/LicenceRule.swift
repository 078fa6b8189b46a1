public import Diagnostics

/// Why the terms of one licence forbid a use under another.
public enum LicenceRule: String, Sendable, Hashable, CaseIterable {
  /// The work may be shared as it is alone (ND).
  case noDerivatives = "ND"
  /// The work may serve no commercial purpose (NC).
  case nonCommercial = "NC"
  /// What is adapted keeps the licence, or takes one that it recognizes (SA, copyleft).
  case shareAlike = "SA"
  /// What is adapted takes the version of the original, or a later one.
  case earlierVersion = "version"
  /// The credit must follow the work, with its terms.
  case attribution = "BY"
  /// Nobody has said that the two go together.
  case unknown = "?"

  /// The rule in a sentence that goes on after a colon.
  public var explanation: LocalizedText {
    switch self {
    case .noDerivatives:
      LocalizedText(
        fr: "la clause ND interdit d’adapter, et de permettre d’adapter",
        en: "its ND term forbids to adapt, and to let others adapt")
    case .nonCommercial:
      LocalizedText(
        fr: "la clause NC interdit l’usage commercial", en: "its NC term forbids commercial use")
    case .shareAlike:
      LocalizedText(
        fr: "le partage à l’identique veut la même licence, ou une licence qu’elle reconnaît",
        en: "its share-alike term wants the same licence, or one that it recognizes")
    case .earlierVersion:
      LocalizedText(
        fr: "le partage à l’identique veut la même version, ou une version ultérieure prévue",
        en: "its share-alike term wants the same version, or a later one that it provides for")
    case .attribution:
      LocalizedText(
        fr: "le crédit et ses conditions doivent suivre l’œuvre",
        en: "the credit and its terms must follow the work")
    case .unknown:
      LocalizedText(
        fr: "aucune compatibilité n’est connue entre les deux",
        en: "the two are not known to go together")
    }
  }
}
