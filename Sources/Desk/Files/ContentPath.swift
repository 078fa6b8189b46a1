import SiteLoading
import TextEncoding

/// A path in the source folder that the desk may touch: below the content folder, in no hidden part of it,
/// and in none that declares the site.
package struct ContentPath: Sendable, Hashable {
  /// The path relative to the source folder.
  package let text: String

  /// The parts of the path.
  package var parts: [String] { text.split(separator: "/").map(String.init) }

  /// The folder of the file, relative to the source folder; empty for the source folder itself.
  package var folder: String { parts.dropLast().joined(separator: "/") }

  /// The name of the file.
  package var name: String { parts.last ?? "" }

  /// Whether it is that of a sheet.
  package var isSheet: Bool { SourceName.isSheet(name) }

  /// Reads a path; nil for one that the desk may not touch.
  ///
  /// - Parameters:
  ///   - content: The content folder relative to the source folder; empty when they are the same.
  ///   - isOfSite: Whether the site has a sheet there: then its folder declares nothing, whatever its name,
  ///     as those of Jekyll's collections.
  package init?(_ text: String, content: String, isOfSite: Bool = false) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.count <= SourceName.maxFolders,
      parts.allSatisfy({ Self.isPlain($0) })
    else { return nil }
    let above = content.split(separator: "/")
    guard parts.count > above.count, parts.starts(with: above) else { return nil }
    let first = parts[above.count]
    let isDeclaration = first.hasPrefix("_") && parts.count > above.count + 1
    guard !isDeclaration || first == "_posts" || isOfSite else { return nil }
    self.text = text
  }

  /// Whether a part of a path is the name of a file or a folder that anybody can see.
  private static func isPlain(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.count <= 255 && !SourceName.isLeftOut(part)
      && !part.unicodeScalars.contains {
        $0 == "\\" || $0 == "\u{FFFD}" || $0.properties.generalCategory == .control
      }
  }
}
