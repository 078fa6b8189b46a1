package import Diagnostics
package import SiteGraph

/// A file that a site publishes: where it lies, what it comes from, how it is made and explained.
///
/// Each kind of output is one type, in a file of `Kinds/`, and one line of ``SitePlan/kinds``; a kind
/// that a template writes is a ``PageOutput``.
package protocol Output: Sendable {
  /// The path in the published folder, such as `methodes/world-cafe/index.html`.
  var path: String { get }
  /// The source file that it comes from, as messages name it; the name of the output itself for what
  /// no single file of the source asks for.
  var origin: String { get }
  /// The sheet that it is about, as a place in the list of sheets; nil by default.
  var sheet: Int? { get }

  /// Whether it has its address before others that would lie there.
  var rank: AddressRank { get }

  /// Lists the outputs of this kind that a site publishes.
  ///
  /// - Parameter hasAddress: Whether it is known where the site is published.
  static func all(in site: SiteView, hasAddress: Bool) -> [any Output]

  /// Says what it is made from besides a sheet and a template; nil when there is nothing else.
  func description(in site: SiteView) -> LocalizedText?

  /// Makes its bytes; what is wrong with them is reported.
  func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) throws -> [UInt8]
}

extension Output {
  package var sheet: Int? { nil }

  package var rank: AddressRank { .companion }
}
