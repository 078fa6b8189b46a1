import SiteLoading
import ContentModel
import Diagnostics
import MarkdownRendering
import TextEncoding

/// What the writer of a link that leads nowhere is likely to have meant.
extension SheetLinkProvider {
  /// Returns what to write instead; nil where nothing is close.
  func correction(of destination: String) -> String? {
    if destination.hasPrefix("www.") { return "https://" + destination }
    // Quotes around an address are part of it, and so are brackets.
    let inside = destination.trimmingSigns("'\"“”‘’«»[]() \u{A0}\u{202F}")
    if inside.utf8.count < destination.utf8.count, inside.contains("://"),
      LinkSafety.isAllowed(inside)
    {
      return inside
    }
    let (path, rest) = SitePath.split(destination.replacing("\\", with: "/"))
    let name = Self.lastPart(String(path))
    if name.contains("."), let file = commons.sourceNames.file(named: name) {
      return self.path(to: file) + rest
    }
    guard !name.isEmpty,
      case .sheet(let index) = commons.directory.match(reference: name, where: { _ in true })
    else { return nil }
    return self.path(to: commons.site.sheets[index].path) + rest
  }

  /// Returns the source file that the path of one to include, which does not exist, means but for its letter
  /// case.
  package func suggestion(forIncluded path: String) -> String? {
    suggestions.next(for: "include " + path) {
      commons.sourceNames.file(spelt: path)
    }
  }

  /// Returns the path of a source file as this sheet would write it.
  func path(to file: String) -> String {
    var here = sourcePath.split(separator: "/").dropLast()
    var there = file.split(separator: "/")[...]
    while let first = here.first, there.count > 1, first == there.first {
      here.removeFirst()
      there.removeFirst()
    }
    return (here.map { _ in ".." } + there).joined(separator: "/")
  }

  /// Returns the name of a file on the disk of whoever wrote its path: `C:\\Images\\a.jpg`, `file:///a`.
  static func fileOnComputer(_ destination: String) -> String? {
    let isDrive =
      destination.dropFirst().first == ":" && destination.first?.isLetter == true
      && destination.dropFirst(2).first.map { "\\/".contains($0) } == true
    let isAddress = destination.lowercased().hasPrefix("file:")
    guard isDrive || isAddress || destination.hasPrefix("\\\\") else { return nil }
    return lastPart(destination.replacing("\\", with: "/"))
  }
}

extension String {
  /// Returns the text without some signs at its start and its end.
  fileprivate func trimmingSigns(_ signs: String) -> String {
    let scalars = signs.unicodeScalars
    let rest = unicodeScalars.drop { scalars.contains($0) }
    let end = rest.lastIndex { !scalars.contains($0) }
    return end.map { String(rest[...$0]) } ?? ""
  }
}
