/// Tells the names in a source folder that are no part of a site.
public enum SourceName {
  /// Whether a name is that of something which is no part of a site: it is hidden, or an editor has
  /// left it there for itself.
  public static func isLeftOut(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#"))
  }

  /// Whether a name is that of a sheet, in capitals or not.
  static func isSheet(_ name: some StringProtocol) -> Bool {
    if name.hasSuffix(".md") { return true }
    let name = name.lowercased()
    return name.hasSuffix(".md") || name.hasSuffix(".markdown")
  }

  /// Whether a name is that of a sheet to which an editor of plain text added its own ending.
  static func looksLikeSheet(_ name: some StringProtocol) -> Bool {
    name.hasSuffix(".txt") && isSheet(name.dropLast(".txt".count))
  }
}
