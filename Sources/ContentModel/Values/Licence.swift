import Diagnostics

/// A licence of the SPDX License List.
public struct Licence: Sendable, Hashable {
  /// The SPDX identifier, in its canonical spelling.
  public let id: String

  /// Reads an identifier in any letter case; nothing when the list has no such licence.
  public init?(id: String) {
    guard let canonical = SPDX.identifiers[id.lowercased()] else { return nil }
    self.id = canonical
  }

  /// What people call the licence: « CC BY-SA 4.0 » for `CC-BY-SA-4.0`.
  public var label: String {
    guard id.hasPrefix("CC-"), let version = id.split(separator: "-").last else { return id }
    let terms = id.dropFirst(3).dropLast(version.count + 1)
    return "CC \(terms) \(version)"
  }

  /// Where the terms of the licence are published.
  public var url: String {
    guard id.hasPrefix("CC-"), let version = id.split(separator: "-").last else {
      return "https://spdx.org/licenses/\(id).html"
    }
    if id == "CC0-1.0" { return "https://creativecommons.org/publicdomain/zero/1.0/deed.fr" }
    let terms = id.dropFirst(3).dropLast(version.count + 1).lowercased()
    return "https://creativecommons.org/licenses/\(terms)/\(version)/deed.fr"
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
