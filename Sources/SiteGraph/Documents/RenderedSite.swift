/// A site whose texts are rendered: everything that its pages are made from, but for the theme's
/// templates.
package struct RenderedSite: Sendable {
  package let commons: LinkedSite
  package let documents: MadeDocuments
  package let connections: Connections
  /// The sheets, rendered, in the order of the site.
  package let sheets: [RenderedSheet]

  package init(
    commons: LinkedSite, documents: MadeDocuments, connections: Connections
  ) {
    self.commons = commons
    self.documents = documents
    self.connections = connections
    sheets = AnchorCorrections.apply(to: documents, of: commons)
  }
}
