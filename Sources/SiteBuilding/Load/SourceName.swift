/// Tells the names in a source folder that are no part of a site.
public enum SourceName {
  /// Whether a name is that of something which is no part of a site: it is hidden, or an editor has
  /// left it there for itself.
  public static func isLeftOut(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#"))
  }
}
