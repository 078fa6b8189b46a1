import Foundation

/// What is known of a language by its tag.
enum LanguageName {
  /// Returns the name of a language in that language, with a capital: « Brezhoneg »; the tag itself
  /// for a language without a known name.
  static func autonym(_ tag: String) -> String {
    // The locale is that of the tag, never that of the machine.
    let name = Locale(identifier: tag).localizedString(forIdentifier: tag) ?? tag
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// Returns whether a language is written from right to left.
  package static func isRightToLeft(_ tag: String) -> Bool {
    Locale.Language(identifier: tag).characterDirection == .rightToLeft
  }
}
