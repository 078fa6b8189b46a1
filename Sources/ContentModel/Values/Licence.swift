import Diagnostics

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
  public var label: String {
    guard let parts = creativeCommons else { return id }
    return ["CC", parts.terms, parts.version].joined(separator: " ")
  }

  /// Where the terms of the licence are published.
  public var url: String {
    if id == "CC0-1.0" { return "https://creativecommons.org/publicdomain/zero/1.0/deed.fr" }
    guard let parts = creativeCommons else { return "https://spdx.org/licenses/\(id).html" }
    let path = "\(parts.terms)/\(parts.version)".lowercased().replacing(" ", with: "/")
    return "https://creativecommons.org/licenses/\(path)/deed.fr"
  }

  /// The terms and the version of a Creative Commons licence, `BY-SA` and `2.0 FR`; nil for
  /// the licences of others.
  private var creativeCommons: (terms: String, version: String)? {
    let parts = id.split(separator: "-").dropFirst()
    let terms = parts.prefix { ["BY", "NC", "ND", "SA"].contains($0) }
    let version = parts.dropFirst(terms.count)
    guard id.hasPrefix("CC-"), !terms.isEmpty, !version.isEmpty else { return nil }
    return (terms.joined(separator: "-"), version.joined(separator: " "))
  }

  /// Whether a work under this licence may be published in a collection under another: its terms
  /// forbid nothing that the collection allows.
  public func fits(in collection: Licence) -> Bool {
    for restriction in ["NC", "ND"] where has(restriction) && !collection.has(restriction) {
      return false
    }
    return true
  }

  private func has(_ term: String) -> Bool {
    id.hasPrefix("CC-") && id.split(separator: "-").contains(Substring(term))
  }
}
