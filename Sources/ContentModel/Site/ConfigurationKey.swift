package import Diagnostics

/// A key of `archipel.yaml`: how it is read, what its schema and its row in the documentation say.
package struct ConfigurationKey: Sendable {
  /// The name of the key.
  package let name: String
  /// Its other spelling, in French or in American English.
  package let otherName: String?
  /// What the key may hold, and how it is read.
  package let value: ConfigurationValue
  /// What the key is for, as editors and the documentation say it.
  package let help: LocalizedText
  /// Where the documentation says more, from `docs/configuration.md`: `links.md`, `#budget`.
  package let page: String?
  /// Where a form shows the key; nil when it is changed in the source alone.
  package let place: Place?
  /// The first version that reads the key.
  package let since: String

  /// Where a form shows a key, and what it calls it.
  package struct Place: Sendable {
    /// The part of the form.
    package let section: Section
    /// What people see in the place of the key.
    package let label: LocalizedText

    init(_ section: Section, fr french: String, en english: String) {
      self.section = section
      label = LocalizedText(fr: french, en: english)
    }
  }

  /// The parts of a form of the site, in their order.
  package enum Section: String, Sendable, CaseIterable {
    /// What the site is.
    case identity
    /// Where its pages lead.
    case menus
    /// How it looks.
    case look
    /// What few sites change.
    case rare
  }

  init(
    _ name: String, also otherName: String? = nil, _ value: ConfigurationValue, fr french: String,
    en english: String, form place: Place? = nil, page: String? = nil, since: String = "0.1.0"
  ) {
    self.name = name
    self.otherName = otherName
    self.value = value
    help = LocalizedText(fr: french, en: english)
    self.place = place
    self.page = page
    self.since = since
  }

  /// Every spelling of the key.
  package var names: [String] { [name] + (otherName.map { [$0] } ?? []) }

  /// Reads the key of a configuration, and takes note of where it is written.
  func read(into configuration: inout SiteConfiguration, _ reader: inout MappingReader) {
    value.read(self, &configuration, &reader)
    configuration.locations[name] = location(in: reader)
  }

  /// Where the key is written, or the configuration starts.
  func location(in reader: MappingReader) -> SourceLocation {
    reader.location(ofKey: name, otherName ?? name)
  }
}
