import ContentModel
package import Diagnostics
package import SiteFiles

/// Something that `archipel check` looks at besides what a build knows.
protocol EditorialCheck: Sendable {
  /// The name by which the owner of the site turns it off.
  static var name: EditorialRules.Check { get }

  /// Returns what is worth a remark.
  func findings(in site: EditorialContext) throws -> [Diagnostic]
}
