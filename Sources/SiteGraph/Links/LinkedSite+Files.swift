package import ContentModel
import MarkdownRendering
package import SiteLoading
import TextEncoding

extension LinkedSite {
  /// Returns the path below the content folder that a path written in a source file means; nil when
  /// it climbs out of it.
  func contentPath(_ written: Substring, from file: String) -> String? {
    SitePath(Self.fromRoot(written), from: site.contentPath(of: file))?.text
  }

  /// What other tools write in front of a path from the root of the content: Zola and Docusaurus.
  private static let rootMarks = [
    "@/", "@site/static/", "@site/docs/", "@site/",
  ]

  /// Returns a path without such marks.
  static func fromRoot(_ written: Substring) -> Substring {
    if written.first == "{" { return TemplateAddress.plain(written)?[...] ?? written }
    guard written.first == "@" else { return written }
    for mark in rootMarks where written.hasPrefix(mark) {
      return "/" + written.dropFirst(mark.count)
    }
    return written
  }

  /// Returns the file of the content that a sheet names, in its text or in a field; nil when there is
  /// none.
  ///
  /// What checks, shows and publishes a file asks here, so that it is one file for all of them.
  package func attachment(_ written: String, in sheet: Sheet) -> SourceFolder.File? {
    attachment(written, from: sheet.path)
  }

  /// Returns the file of the content that a path written in a source file means.
  func attachment(_ written: String, from file: String) -> SourceFolder.File? {
    guard let path = contentPath(SitePath.split(written).path, from: file) else { return nil }
    if let file = attachments[path] { return file }
    let others = fileNames.value.bearers(ofWhole: path)
    return others.count == 1 ? others.first.map { site.attachments[$0] } : nil
  }
}
