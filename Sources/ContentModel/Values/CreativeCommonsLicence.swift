/// The elements of a Creative Commons licence, and its edition.
struct CreativeCommonsLicence: Sendable, Hashable {
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
