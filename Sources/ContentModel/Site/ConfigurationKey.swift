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
  /// The first version that reads the key.
  package let since: String

  init(
    _ name: String, also otherName: String? = nil, _ value: ConfigurationValue, fr french: String,
    en english: String, page: String? = nil, since: String = "0.1.0"
  ) {
    self.name = name
    self.otherName = otherName
    self.value = value
    help = LocalizedText(fr: french, en: english)
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
