import SiteLoading
import ContentModel
package import Diagnostics
package import MarkdownRendering
import TextEncoding

/// Finds where the links of one sheet lead.
package struct SheetLinkProvider: LinkProvider {
  package let commons: LinkedSite
  package let sheet: Int
  package let links: PageLinks

  package init(
    commons: LinkedSite, sheet: Int, links: PageLinks
  ) {
    self.commons = commons
    self.sheet = sheet
    self.links = links
  }

  package func resolve(_ request: LinkRequest, diagnostics: inout [Diagnostic]) -> ResolvedLink {
    switch request.kind {
    case .wiki: wiki(request, reporting: &diagnostics)
    case .image: image(request, reporting: &diagnostics)
    case .link: link(request, reporting: &diagnostics)
    }
  }

  private func wiki(
    _ request: LinkRequest, reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink {
    let parts = request.destination.split(separator: "#", maxSplits: 1)
    let title = parts.first.map { $0.trimmed } ?? ""
    let fragment = parts.count > 1 ? "#" + Slug.make(from: String(parts[1])) : ""
    return page(
      commons.directory.match(title: title), request, rest: fragment, reporting: &diagnostics)
  }

  private func link(
    _ request: LinkRequest, reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink {
    let destination = request.destination
    if destination.hasPrefix("#") { return .url(destination, pageID: sheet) }
    if let file = Self.fileOnComputer(destination) {
      diagnostics.append(.pathOnComputer(destination, file: file, at: request.location))
      return .unresolved
    }
    if let scheme = Self.scheme(of: destination) {
      guard ["http", "https", "mailto", "tel", "ftp", "sms", "geo"].contains(scheme) else {
        diagnostics.append(.unsafeLink(destination, at: request.location))
        return .unresolved
      }
      return .url(destination)
    }
    if destination.hasPrefix("//") { return .url(destination) }
    let (path, end) = SitePath.split(destination)
    let rest = String(end)
    guard let target = contentPath(path) else {
      diagnostics.append(.linkLeavesSite(destination, at: request.location))
      return .unresolved
    }
    if SourceName.isSheet(target) {
      return page(
        commons.directory.match(path: source(of: target)), request, rest: rest,
        reporting: &diagnostics)
    }
    if let file = commons.attachments[target] {
      return link(to: file, request, rest: rest, reporting: &diagnostics)
    }
    let id = Self.id(target)
    if let index = commons.directory.index(ofID: id) { return url(of: index, rest: rest) }
    if commons.sections.section(withID: id) != nil { return .url(links.page(id + "/") + rest) }
    let names = commons.attachments.keys.filter { $0.hasSuffix(Self.ending(of: target)) }
    let suggestion =
      correction(of: destination) ?? NearMiss.closest(to: target, among: names)
    diagnostics.append(
      .danglingLink(destination, suggestion: suggestion, at: request.location))
    return .unresolved
  }

  /// Returns the link to a sheet, in the language of the page where it is in it.
  private func url(of target: Int, rest: String) -> ResolvedLink {
    let language = commons.language(of: sheet)
    let target = commons.translations.version(of: target, in: language)
    let other = commons.language(of: target)
    return .url(
      links.page(encoded: commons.addresses[target]) + rest,
      title: commons.site.sheets[target].title, pageID: target,
      language: other == language ? nil : other)
  }

  /// Returns the link to a sheet, or reports why there is none.
  private func page(
    _ match: SheetDirectory.Match, _ request: LinkRequest, rest: String,
    reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink {
    switch match {
    case .sheet(let index):
      return url(of: index, rest: rest)
    case .ambiguous(let ids):
      let files = ids.compactMap(commons.directory.index).map {
        path(to: commons.site.sheets[$0].path)
      }
      diagnostics.append(.ambiguousLink(request.destination, files, at: request.location))
    case .unpublished(let reason):
      diagnostics.append(.unpublishedLink(request.destination, reason, at: request.location))
    case .nothing(let suggestion):
      let isPath = request.kind == .link
      let suggestion =
        suggestion.map { written($0) + (isPath ? rest : "") }
        ?? correction(of: request.destination)
      diagnostics.append(
        .danglingLink(request.destination, suggestion: suggestion, at: request.location))
    }
    return .unresolved
  }

  /// Returns a title as it is, and the path of a source file as this sheet would write it.
  private func written(_ name: String) -> String {
    guard case .sheet = commons.directory.match(path: name) else { return name }
    return path(to: name)
  }

  /// Returns the path below the content folder that a path written in the sheet means; nil when it
  /// climbs out of it.
  package func contentPath(_ written: Substring) -> String? {
    commons.contentPath(written, in: commons.site.sheets[sheet])
  }

  package func source(of contentPath: String) -> String {
    let folder = commons.site.contentFolder
    return folder.isEmpty ? contentPath : folder + "/" + contentPath
  }

  /// The id that an address of the site means: `methodes/world-cafe/index.html` and its like.
  private static func id(_ path: String) -> String {
    for ending in ["/index.html", "index.html", ".html"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  package static func scheme(of destination: String) -> String? {
    guard let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = destination[..<colon]
    let isScheme =
      scheme.first?.isLetter == true
      && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    return isScheme ? scheme.lowercased() : nil
  }

  private static func ending(of path: String) -> String {
    path.lastIndex(of: ".").map { String(path[$0...]) } ?? ""
  }

  package static func lastPart(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }
}
