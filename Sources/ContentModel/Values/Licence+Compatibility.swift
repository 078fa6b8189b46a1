/// What may be adapted into what, and published beside what.
///
/// Sources: the legal codes of Creative Commons 1.0 to 4.0 (4(b) of BY-SA 2.0 and 3.0, 3(b) of 4.0) and
/// their list of compatible licences; article 3 of the Free Art License 1.3; sections 4 and 10 of the GFDL,
/// 9 of the GPL 2, 14 of the GPL 3; « Compatibilité » in the Licence Ouverte 2.0.
extension Licence {
  var terms: LicenceTerms { LicenceTerms(of: id) }

  /// Returns the rule that forbids to publish an adaptation of a work of this licence under another;
  /// nil when it may be.
  public func rule(againstAdaptingInto other: Licence) -> LicenceRule? {
    if case .creativeCommons(let own) = terms, own.forbidsAdapting { return .noDerivatives }
    if self == other { return nil }
    switch terms {
    case .publicDomain: return nil
    case .other: return .unknown
    case .attribution: return other.dropsCredit ? .attribution : other.isUnread ? .unknown : nil
    case .freeArt: return Self.bySA4.contains(other.id) ? nil : .shareAlike
    case .gnu(let own):
      guard case .gnu(let target) = other.terms else { return .shareAlike }
      return own.rule(againstAdaptingInto: target)
    case .creativeCommons(let own): return Self.rule(against: own, other)
    }
  }

  /// Returns the rule that forbids to publish a work of this licence, as it is, in a collection under
  /// another; nil when it may be.
  ///
  /// Works side by side keep their own terms: only what the collection would allow, and the work
  /// forbids, keeps them apart.
  public func rule(againstCollectingIn collection: Licence) -> LicenceRule? {
    guard case .creativeCommons(let own) = terms else { return nil }
    var promised: CreativeCommonsLicence?
    if case .creativeCommons(let terms) = collection.terms { promised = terms }
    if own.isNonCommercial, promised?.isNonCommercial != true { return .nonCommercial }
    if own.forbidsAdapting, promised?.forbidsAdapting != true { return .noDerivatives }
    return nil
  }

  /// Returns the usual licences that an adaptation of a work of this one may have, its own first.
  public var adaptationLicences: [Licence] {
    ([self] + Self.usual.filter { $0 != self }).filter { rule(againstAdaptingInto: $0) == nil }
  }

  /// Those that labs give to what they write.
  public static let usual = [
    "CC-BY-SA-4.0", "CC-BY-4.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-4.0", "LAL-1.3", "etalab-2.0",
    "CC0-1.0", "GFDL-1.3-or-later", "GPL-3.0-only",
  ].compactMap { Licence(id: $0) }

  private static let bySA4: Set = ["CC-BY-SA-4.0"]

  private var dropsCredit: Bool { terms == .publicDomain }
  private var isUnread: Bool { terms == .other }

  private static func rule(
    against own: CreativeCommonsLicence, _ other: Licence
  ) -> LicenceRule? {
    if case .creativeCommons(let target) = other.terms {
      if own.isNonCommercial, !target.isNonCommercial { return .nonCommercial }
      guard own.isShareAlike else {
        // An adaptation forbids nothing of the original by its own SA or ND.
        return nil
      }
      return own.rule(againstSharingAs: target)
    }
    if own.isNonCommercial { return .nonCommercial }
    let isFourth = own.version == [4, 0]
    if own.isShareAlike {
      let recognized = other.terms == .freeArt || other.id == "GPL-3.0-only"
      return isFourth && recognized ? nil : .shareAlike
    }
    switch other.terms {
    case .publicDomain, .attribution: return .attribution
    case .freeArt, .gnu: return isFourth ? nil : .attribution
    case .creativeCommons, .other: return .unknown
    }
  }
}

extension CreativeCommonsLicence {
  /// Compares two licences of which the first asks to share alike.
  fileprivate func rule(againstSharingAs other: CreativeCommonsLicence) -> LicenceRule? {
    guard elements == other.elements else { return .shareAlike }
    // 1.0 knows neither later versions nor those of a country; from 2.0 on, each knows both.
    if version == [1, 0] { return other.version == version ? nil : .earlierVersion }
    return other.version.lexicographicallyPrecedes(version) ? .earlierVersion : nil
  }
}

extension GNULicence {
  /// Compares two licences of GNU.
  fileprivate func rule(againstAdaptingInto other: GNULicence) -> LicenceRule? {
    guard family == other.family else { return .shareAlike }
    // A licence that forbids changes to some parts covers those parts alone: a text without them
    // may not be put under it.
    guard hasInvariants == other.hasInvariants || hasInvariants == false else { return .shareAlike }
    if version == other.version { return allowsLater || !other.allowsLater ? nil : .earlierVersion }
    return allowsLater && version < other.version ? nil : .earlierVersion
  }
}
