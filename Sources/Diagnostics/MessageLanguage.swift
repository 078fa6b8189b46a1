/// The languages in which Archipel speaks to those who write and build a site.
public enum MessageLanguage: String, Sendable, Hashable, CaseIterable {
  /// French, the default.
  case french = "fr"
  /// English.
  case english = "en"
}
