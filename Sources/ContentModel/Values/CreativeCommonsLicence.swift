/// The elements of a Creative Commons licence, and its edition.
struct CreativeCommonsLicence: Sendable, Hashable {
  /// The elements as the identifier has them: `BY-NC-SA`.
  let elements: String
  /// The version and, of a licence written for one country, that country: `2.0 FR`.
  let edition: String
  /// The major and the minor number of the version.
  let version: [Int]

  /// Reads the identifier of a licence (SPDX), such as `CC-BY-NC-SA-2.0-FR`; nil for any other licence.
  init?(id: String) {
    guard id.hasPrefix("CC-") else { return nil }
    let elementsAndEdition = id.split(separator: "-").dropFirst()
    let elements = elementsAndEdition.prefix { ["BY", "NC", "ND", "SA"].contains($0) }
    let edition = elementsAndEdition.dropFirst(elements.count)
    guard !elements.isEmpty, let version = edition.first else { return nil }
    self.elements = elements.joined(separator: "-")
    self.edition = edition.joined(separator: " ")
    self.version = version.split(separator: ".").compactMap { Int($0) }
  }

  var isNonCommercial: Bool { requires("NC") }
  var forbidsAdapting: Bool { requires("ND") }
  var isShareAlike: Bool { requires("SA") }

  /// Whether the licence sets a condition, by its two letters.
  private func requires(_ element: Substring) -> Bool {
    elements.split(separator: "-").contains(element)
  }
}
