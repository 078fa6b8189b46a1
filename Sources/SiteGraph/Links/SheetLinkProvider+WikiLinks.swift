import ContentModel
import Diagnostics
import ImageProcessing
import MarkdownRendering
import SiteLoading
import TextEncoding

/// Links of the form `[[…]]`, and `![[…]]`.
extension SheetLinkProvider {
  /// Returns the link to what a wiki link calls: a sheet, a place in it, or else a file.
  func wiki(
    _ request: LinkRequest, reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink {
    let (name, heading) = Self.parts(of: request.destination)
    let fragment =
      heading.map { "#" + ($0.hasPrefix("^") ? $0.dropFirst().description : Slug.make(from: $0)) }
      ?? ""
    if name.isEmpty {
      return heading == nil
        ? dangling(request, reporting: &diagnostics)
        : .url(fragment, title: heading, pageID: sheet)
    }
    switch commons.directory.match(wiki: name, near: id, filesFirst: commons.site.isPlain) {
    case .sheet(let index, let others):
      report(others, besides: index, request, reporting: &diagnostics)
      return withTypedWords(url(of: index, rest: fragment), request)
    case .unpublished(let reason):
      diagnostics.append(.unpublishedLink(request.destination, reason, at: request.location))
      return .unresolved
    case .nothing: break
    }
    if let file = file(named: name, request, reporting: &diagnostics) {
      let title = Self.lastPart(file.contentPath)
      let link = link(to: file, request, rest: "", reporting: &diagnostics)
      guard case .url(let url, _, _, _, let note) = link else { return link }
      return .url(url, title: title, note: note)
    }
    let path = SitePath(name[...], from: "")?.text
    if let link = path.flatMap({
      link(toPath: $0, request, rest: fragment, reporting: &diagnostics)
    }) {
      return link
    }
    // A name alone has been looked for everywhere.
    if name.contains("/"),
      let link = link(
        elsewhere: request, path: name[...], rest: fragment, reporting: &diagnostics)
    {
      return link
    }
    return dangling(request, reporting: &diagnostics)
  }

  /// Returns a link to a sheet with the words that were typed, as Obsidian shows them in a folder that nobody
  /// has made a site of; a path and a number leave the title in their place.
  private func withTypedWords(_ link: ResolvedLink, _ request: LinkRequest) -> ResolvedLink {
    let (name, heading) = Self.parts(of: request.destination)
    guard commons.site.isPlain, request.kind == .wiki, !name.contains("/"),
      !name.allSatisfy(\.isNumber),
      case .url(let url, _, let pageID, let language, let note) = link
    else { return link }
    // The name of a block says nothing to readers.
    let place = heading.flatMap { $0.hasPrefix("^") ? nil : $0 }
    return .url(
      url, title: place.map { "\(name) > \($0)" } ?? name, pageID: pageID, language: language,
      note: note)
  }

  /// Returns what `![[…]]` shows: a picture by its name, or else a link.
  func embed(
    _ request: LinkRequest, reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink {
    let (name, _) = Self.parts(of: request.destination)
    for picture in Self.pictures(of: name) where ImageFormat(fileName: picture) != nil {
      guard let file = file(named: picture, request, reporting: &diagnostics) else { continue }
      return image(file, request.destination, at: request.location, reporting: &diagnostics)
        .map(ResolvedLink.image) ?? .unresolved
    }
    return wiki(request, reporting: &diagnostics)
  }

  /// Returns the names of the pictures that a name may mean: a drawing of Excalidraw is shown as what its
  /// writer exported it to.
  static func pictures(of name: String) -> [String] {
    let drawing = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    guard drawing.lowercased().hasSuffix(".excalidraw") else { return [name] }
    return [".svg", ".png"].flatMap { ending in
      [drawing + ending, drawing.dropLast(".excalidraw".count) + ending]
    }
  }

  /// Returns the file that a name calls, wherever it lies: the path of one from the root first, then
  /// the nearest.
  func file(
    named name: String, _ request: LinkRequest, reporting diagnostics: inout [Diagnostic]
  ) -> SourceFolder.File? {
    if let file = attachment(name) { return file }
    let here = String(commons.site.contentPath(of: sourcePath))
    let path = name.split(separator: "/").filter { $0 != "." && $0 != ".." }
    let found = commons.fileNames.value.bearers(of: path.joined(separator: "/"), near: here)
      .map { commons.site.attachments[$0] }
    if found.count > 1 {
      diagnostics.append(
        .ambiguousLink(
          request.destination, found.map { self.path(to: $0.path) }, at: request.location))
    }
    return found.first
  }

  private func report(
    _ others: [Int], besides index: Int, _ request: LinkRequest,
    reporting diagnostics: inout [Diagnostic]
  ) {
    guard !others.isEmpty else { return }
    let files = ([index] + others).map { path(to: commons.site.sheets[$0].path) }
    diagnostics.append(.ambiguousLink(request.destination, files, at: request.location))
  }

  private func dangling(
    _ request: LinkRequest, reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink {
    let (name, _) = Self.parts(of: request.destination)
    let last = Self.lastPart(name).lowercased()
    if let file = commons.unreadNames.value[last] ?? commons.unreadNames.value[last + ".md"] {
      diagnostics.append(.unreadLink(request.destination, file: file, at: request.location))
      return .unresolved
    }
    let suggestion = suggestions.next(for: request.destination) {
      commons.directory.closest(toTitle: name) ?? correction(of: request.destination)
    }
    diagnostics.append(
      .danglingLink(request.destination, suggestion: suggestion, at: request.location))
    return .unresolved
  }

  /// Cuts `page#heading`, or `page#^name` of Obsidian, which is a block.
  static func parts(of destination: String) -> (name: String, heading: String?) {
    let parts = destination.split(separator: "#", omittingEmptySubsequences: false)
    let heading = parts.count > 1 ? parts[parts.count - 1].trimmed : ""
    let isPlace = !heading.isEmpty && heading != "^"
    return (parts.first?.trimmed ?? "", isPlace ? heading : nil)
  }
}
