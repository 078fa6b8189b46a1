import ContentModel
import Diagnostics
import SiteFiles
import TextEncoding

/// The order that lists of pages give to sheets: `SUMMARY.md` of GitBook and mdBook, `_sidebar.md` of
/// docsify, and `nav` of MkDocs; and the names that they have there.
struct PageOrder {
  /// The place of each sheet, by its path relative to the source folder.
  private(set) var places: [String: Int] = [:]
  /// The name of each sheet that has one there, by its path relative to the source folder.
  private(set) var labels: [String: String] = [:]

  /// How long a name may be, in bytes.
  private static let maxLabel = 300

  /// Reads the lists of a folder; the first that names a sheet places it.
  ///
  /// - Parameters:
  ///   - pages: The paths of pages in the content folder that come before those of the lists.
  ///   - names: The names of such pages, by their paths.
  /// - Complexity: O(*n*) in the length of the lists.
  init(
    _ folder: SourceFolder, after pages: [String] = [], named names: [String: String] = [:],
    reporting diagnostics: inout [Diagnostic]
  ) {
    let lists = folder.leftOut.filter { $0.reason == .contents }.map(\.file)
    guard !lists.isEmpty || !pages.isEmpty else { return }
    let paths = Dictionary(
      folder.sheets.map { ($0.contentPath, $0.path) }, uniquingKeysWith: { first, _ in first })
    for page in pages {
      guard let sheet = paths[page], places[sheet] == nil else { continue }
      places[sheet] = places.count
      labels[sheet] = names[page]
    }
    for list in lists.sorted(by: { Self.rank($0) < Self.rank($1) }) {
      do {
        let bytes = try DiskFile.read(list.diskPath)
        add(bytes, from: list, paths)
      } catch {
        diagnostics.append(.unreadable(error, at: SourceLocation(path: list.path)))
      }
    }
  }

  /// A menu of a few pages tells less than the list of all.
  private static func rank(_ list: SourceFolder.File) -> (Int, String) {
    (list.contentPath.hasSuffix("_navbar.md") ? 1 : 0, list.contentPath)
  }

  private mutating func add(
    _ text: [UInt8], from list: SourceFolder.File, _ paths: [String: String]
  ) {
    var index = 0
    while index + 1 < text.count {
      let isWiki = text[index] == UInt8(ascii: "[") && text[index + 1] == UInt8(ascii: "[")
      guard isWiki || (text[index] == UInt8(ascii: "]") && text[index + 1] == UInt8(ascii: "("))
      else {
        index += 1
        continue
      }
      guard let end = text[index...].firstIndex(where: isWiki ? Self.endsName : Self.endsAddress)
      else { return }
      let target = text[(index + 2)..<end].drop { $0 == 0x20 || $0 == UInt8(ascii: "<") }
      let label = isWiki ? Self.label(ofWikiLink: target) : Self.label(in: text[..<index])
      index = end
      let address =
        isWiki
        ? Self.page(named: target)
        : String(decoding: target.prefix { !" #?>".utf8.contains($0) }, as: UTF8.self)
      guard let path = SitePath(address[...], from: list.contentPath[...])?.text else { continue }
      let names = [
        path, path + ".md", path + "/README.md", path + "/index.md", path + "/_index.md",
      ].map { path.isEmpty ? String($0.drop { $0 == "/" }) : $0 }
      guard let sheet = names.lazy.compactMap({ paths[$0] }).first, places[sheet] == nil else {
        continue
      }
      places[sheet] = places.count
      labels[sheet] = label
    }
  }

  /// Returns the words of a link whose brackets close where a text ends; nil without any.
  private static func label(in text: ArraySlice<UInt8>) -> String? {
    var depth = 1
    var start = text.endIndex
    while start > text.startIndex, text.endIndex - start < maxLabel {
      start -= 1
      switch text[start] {
      case 0x0A, 0x0D: return nil
      case UInt8(ascii: "]"): depth += 1
      case UInt8(ascii: "["): depth -= 1
      default: break
      }
      guard depth == 0 else { continue }
      let words = InlineText.words(
        ofHeading: String(decoding: text[(start + 1)...], as: UTF8.self).trimmed)
      return words.isEmpty ? nil : words
    }
    return nil
  }

  /// Returns the words that GitHub's wikis show for a page, before its name.
  private static func label(ofWikiLink link: ArraySlice<UInt8>) -> String? {
    let parts = link.split(separator: UInt8(ascii: "|"))
    let words = parts.count > 1 ? parts.first : nil
    return words.map { String(decoding: $0, as: UTF8.self).trimmed }.flatMap {
      $0.isEmpty ? nil : $0
    }
  }

  private static func endsAddress(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Returns the file of a page that GitHub's wikis name in double brackets, after words to show or
  /// alone: they write spaces as hyphens.
  private static func page(named link: ArraySlice<UInt8>) -> String {
    let name = link.split(separator: UInt8(ascii: "|")).last ?? link
    return String(decoding: name, as: UTF8.self).trimmed.replacing(" ", with: "-")
  }
}
