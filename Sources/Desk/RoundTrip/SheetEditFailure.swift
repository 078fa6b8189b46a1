/// Why a sheet cannot be edited by its fields, and must be in its source.
package enum SheetEditFailure: Error, Hashable, Sendable {
  /// The file is no text in UTF-8, or is longer than a sheet may be.
  case notText
  /// The front matter never ends, or is in TOML.
  case otherFrontMatter
  /// The front matter is not YAML; or it is, and holds no keys, or too many values.
  case unreadableYAML
  /// A YAML file does not parse, is no mapping, or holds too many values.
  case unreadableFile
  /// Fields that cannot change without another changing too, as where an alias names one.
  case entangled([String])
}
