import TextEncoding

/// The many ways in which people write out the name of one licence.
extension LicenceNames {
  /// What the words of a name stand for, each between hyphens as ``Slug`` writes them, the longest first.
  private static let spellings: [(words: String, short: String)] = [
    ("partage-dans-les-memes-conditions", "sa"), ("pas-d-utilisation-commerciale", "nc"),
    ("partage-a-l-identique", "sa"), ("pas-de-modifications", "nd"), ("pas-de-modification", "nd"),
    ("creative-commons", "cc"), ("creativecommons", "cc"), ("share-alike", "sa"),
    ("sharealike", "sa"), ("non-commercial", "nc"), ("noncommercial", "nc"),
    ("no-derivatives", "nd"), ("noderivatives", "nd"), ("no-derivs", "nd"), ("noderivs", "nd"),
    ("attribution", "by"), ("zero", "0"), ("cc-0", "cc0"),
  ]

  /// The words that say nothing of which licence it is; « international » is how 4.0 is named everywhere.
  private static let fillers: Set<Substring> = [
    "licence", "license", "la", "the", "version", "v", "international", "unported", "universal",
    "universel", "generic",
  ]

  /// Returns the licence that the words of a name spell out, by its identifier; nil where they leave a doubt.
  ///
  /// - Parameter words: The name, as ``Slug`` writes it.
  static func spelled(_ words: String) -> String? {
    guard words.utf8.count <= 200 else { return nil }
    let short = spellings.reduce("-\(words)-") {
      $0.replacing("-\($1.words)-", with: "-\($1.short)-")
    }
    var parts = short.split(separator: "-").filter { !fillers.contains($0) }
      // « v4.0 » is « v4-0 » by now.
      .map { $0.wholeMatch(of: /v[0-9]+/) == nil ? $0 : $0.dropFirst() }
    // « Licence Ouverte / Open Licence 2.0 », of which the lab of the State writes « LO 2.0 » as well.
    if parts.joined(separator: "-").wholeMatch(
      of: /(?:lo|ouverte|etalab|open)(?:-(?:ouverte|etalab|open))*-2(?:-0)?/) != nil
    {
      return "etalab-2.0"
    }
    if parts.first == "by" { parts.insert("cc", at: 0) }
    // Without its version it is one of several.
    guard parts.first == "cc" || parts.first == "cc0", parts.count > 2 else { return nil }
    let id = parts.joined(separator: "-")
    return byWords[id]
  }
}
