/// A file of the content folder that nothing is made from.
package struct LeftOut: Sendable {
  /// Why a file is left out.
  package enum Reason: Sendable, Hashable, CaseIterable {
    /// Its name, or that of a folder that it lies in, starts with `_`.
    case underscore
    /// It lies in a folder at the top that other tools keep something else in, as `static`.
    case beside
    /// It lies in a folder beside that of the content.
    case outside
    /// It lies in a folder whose name starts with a full stop.
    case hidden
    /// It is a page or a template of another tool, as `.mdx`, `.njk`.
    case otherFormat
    /// It is a page in another markup than Markdown, as `.rst`.
    case otherMarkup
    /// It is a drawing that only the tool that made it shows.
    case drawing
    /// The configuration of Jekyll leaves it out, under `exclude`.
    case excluded
    /// It lists the pages of a folder for another tool, as `SUMMARY.md`: only its order is read.
    case contents
  }

  package let file: SourceFolder.File
  package let reason: Reason
}
