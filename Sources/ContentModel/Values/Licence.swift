import Synchronization

/// A licence of the SPDX License List.
public struct Licence: Sendable, Hashable {
  /// The SPDX identifier, in its canonical spelling.
  public let id: String

  /// Reads an identifier in any letter case; nil when the list has no such licence.
  public init?(id: String) {
    guard let canonical = SPDX.identifiers[id.lowercased()] else { return nil }
    self.id = canonical
  }

  /// What people call the licence: « CC BY-SA 4.0 » for `CC-BY-SA-4.0`.
  public var label: String { Texts.of(id).label }

  /// Where the terms of the licence are published.
  public var url: String { Texts.of(id).url }

  /// The address by which programs know the licence: of its terms, in no language.
  public var canonicalURL: String {
    let deed = "deed.fr"
    return url.hasSuffix("/" + deed) ? String(url.dropLast(deed.count)) : url
  }

  /// Whether a work under this licence may be published in a collection under another: its terms
  /// forbid nothing that the collection allows.
  public func fits(in collection: Licence) -> Bool { rule(againstCollectingIn: collection) == nil }
}

/// What every page says of a licence.
private struct Texts {
  let label: String
  let url: String

  private static let known = Mutex<[String: Texts]>([:])

  /// Returns the texts of a licence, which are made from its identifier when they are first asked for.
  static func of(_ id: String) -> Texts {
    if let texts = known.withLock({ $0[id] }) { return texts }
    let texts = Texts(of: id)
    known.withLock { $0[id] = texts }
    return texts
  }

  private init(of id: String) {
    let terms = LicenceTerms(of: id)
    label = LicenceNames.labels[id] ?? Self.label(of: id, terms)
    url = LicenceNames.addresses[id] ?? Self.url(of: id, terms)
  }

  private static func label(of id: String, _ terms: LicenceTerms) -> String {
    switch terms {
    case .creativeCommons(let terms):
      return ["CC", terms.elements, terms.edition].joined(separator: " ")
    case .gnu(let terms):
      return "\(terms.family.rawValue) \(terms.version)\(terms.allowsLater ? "+" : "")"
    case .publicDomain, .attribution, .freeArt, .other: return id
    }
  }

  private static func url(of id: String, _ terms: LicenceTerms) -> String {
    switch terms {
    case .creativeCommons(let terms):
      let path = "\(terms.elements)/\(terms.edition)".lowercased().replacing(" ", with: "/")
      return "https://creativecommons.org/licenses/\(path)/deed.fr"
    case .gnu(let terms) where terms.family == .documentation:
      let folder = terms.version == "1.3" ? "" : "old-licenses/"
      return "https://www.gnu.org/licenses/\(folder)fdl-\(terms.version).html"
    case .publicDomain, .attribution, .freeArt, .gnu, .other:
      return "https://spdx.org/licenses/\(id).html"
    }
  }
}
