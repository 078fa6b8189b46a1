/// What the names in a source folder mean, whoever reads them.
public enum SourceName {
  /// The file that says what a site is.
  public static let configuration = "archipel.yaml"
  /// The name that people give it by mistake.
  static let misnamedConfiguration = "archipel.yml"
  /// The file of the content folder that says which words mean the same to who searches.
  static let synonyms = "_synonymes.yaml"
  /// How many folders may hold one another.
  public static let maxFolders = 64

  /// Whether a name is that of something which is no part of a site: it is hidden, or an editor has
  /// left it there for itself.
  public static func isLeftOut(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#"))
  }

  /// Whether a name is that of a sheet, in capitals or not.
  package static func isSheet(_ name: some StringProtocol) -> Bool {
    if name.hasSuffix(".md") { return true }
    let name = name.lowercased()
    return name.hasSuffix(".md") || name.hasSuffix(".markdown")
  }

  /// Whether a name is that of a sheet to which an editor of plain text added its own ending.
  static func looksLikeSheet(_ name: some StringProtocol) -> Bool {
    name.hasSuffix(".txt") && isSheet(name.dropLast(".txt".count))
  }
}
