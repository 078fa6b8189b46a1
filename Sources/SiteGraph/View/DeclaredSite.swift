package import ContentModel

/// What a site declares, as pages read it: one field at a time, in place.
///
/// A computed property would copy the configuration, some forty fields, at each reading, and all workers
/// would fight over the counts of their references.
package final class DeclaredSite: Sendable {
  package let configuration: SiteConfiguration

  init(configuration: SiteConfiguration) { self.configuration = configuration }
}
