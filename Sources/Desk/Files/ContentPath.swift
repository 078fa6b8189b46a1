import SiteLoading
import TextEncoding

/// A path in the source folder that the desk may touch: below the content folder, in no hidden part of it,
/// and in none that declares the site; or that of the configuration or of a vocabulary.
package struct ContentPath: Sendable, Hashable {
  /// The most parts that a path has.
  static let maxParts = SourceName.maxFolders

  /// The path relative to the source folder.
  package let text: String

  /// The parts of the path.
  package var parts: [String] { text.split(separator: "/").map(String.init) }

  /// The folder of the file, relative to the source folder; empty for the source folder itself.
  package var folder: String { parts.dropLast().joined(separator: "/") }

  /// The name of the file.
  package var name: String { parts.last ?? "" }

  /// Whether it is that of a sheet.
  package var isSheet: Bool { !declaresSite && SourceName.isSheet(name) }

  /// Whether it is that of the configuration or of a vocabulary.
  package let declaresSite: Bool

  /// Whether it is that of the configuration.
  var isConfiguration: Bool { declaresSite && text == SourceName.configuration }

  /// The name of the vocabulary that the file holds; nil for any other file.
  var vocabulary: String? {
    declaresSite && !isConfiguration
      ? name.split(separator: ".").first.map(String.init) : nil
  }

  /// Reads a path; nil for one that the desk may not touch.
  ///
  /// - Parameters:
  ///   - content: The content folder relative to the source folder; empty when they are the same.
  ///   - isOfSite: Whether the site has a sheet there: then its folder declares nothing, whatever its name,
  ///     as those of Jekyll's collections.
  package init?(_ text: String, content: String, isOfSite: Bool = false) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.count <= Self.maxParts,
      parts.allSatisfy({ Self.isPlain($0) })
    else { return nil }
    let above = content.split(separator: "/")
    guard parts.count > above.count, parts.starts(with: above) else { return nil }
    let first = parts[above.count]
    let isDeclaration = first.hasPrefix("_") && parts.count > above.count + 1
    guard !isDeclaration || first == "_posts" || isOfSite else { return nil }
    self.text = text
    declaresSite = false
  }

  /// The folder of vocabularies, relative to the source folder.
  static func vocabularies(content: String) -> String {
    (content.isEmpty ? "" : content + "/") + "_vocabularies"
  }

  /// Reads the path of the configuration or of a vocabulary; nil for any other.
  package init?(settings text: String, content: String) {
    if text != SourceName.configuration {
      let folder = Self.vocabularies(content: content) + "/"
      let name = text.dropFirst(folder.count)
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard text.hasPrefix(folder), !name.contains("/"), Self.isPlain(name), parts.count == 2,
        !parts[0].isEmpty, ["yaml", "yml"].contains(parts[1])
      else { return nil }
    }
    self.text = text
    declaresSite = true
  }

  /// Whether a part of a path is the name of a file or a folder that anybody can see.
  private static func isPlain(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.count <= 255 && !SourceName.isLeftOut(part)
      && !part.unicodeScalars.contains {
        $0 == "\\" || $0 == "\u{FFFD}" || $0.properties.generalCategory == .control
      }
  }
}
