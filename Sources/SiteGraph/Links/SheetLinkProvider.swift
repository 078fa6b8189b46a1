import ByteCoding
import SiteLoading
import ContentModel
package import Diagnostics
package import MarkdownRendering
import TextEncoding

/// Finds where the links of one sheet lead, or the addresses that the configuration names.
package struct SheetLinkProvider: LinkProvider {
  package let commons: LinkedSite
  /// The sheet in which they are written; nil for the configuration, whose paths go from the root.
  package let sheet: Int?
  package let links: PageLinks
  /// The language of those who follow them.
  private let language: String?
  /// What dead links may have meant.
  let suggestions = Suggestions()
  /// Receives the file that each link leads to, when somebody asks for it.
  private(set) var fileNote: FileNote?

  package init(
    commons: LinkedSite, sheet: Int, links: PageLinks
  ) {
    self.commons = commons
    self.sheet = sheet
    self.links = links
    language = nil
  }

  /// Creates a provider of what the configuration names, for the pages of a language.
  init(ofConfiguration commons: LinkedSite, language: String) {
    self.commons = commons
    sheet = nil
    links = PageLinks(prefix: "", isOffline: false)
    self.language = language
  }

  /// Returns the provider with the file that each link leads to noted.
  func noting(_ note: FileNote) -> SheetLinkProvider {
    var provider = self
    provider.fileNote = note
    return provider
  }

  package func resolve(_ request: LinkRequest, diagnostics: inout [Diagnostic]) -> ResolvedLink {
    switch request.kind {
    case .wiki: wiki(request, reporting: &diagnostics)
    case .embed: embed(request, reporting: &diagnostics)
    case .image: image(request, reporting: &diagnostics)
    case .link: link(request, reporting: &diagnostics)
    case .include: include(request.destination)
    }
  }

  package func text(ofIncluded request: LinkRequest) -> IncludedText {
    switch commons.site.included.text(of: request.destination) {
    case .text(let text): .text(text.bytes, bodyStart: text.bodyStart)
    case .missing: .missing
    case .outside: .outside
    case .unreadable: .unreadable
    }
  }

  /// Returns the hash of the text that the sheet includes from a file, as the address of a link: a
  /// document whose answers have changed is rendered again.
  private func include(_ path: String) -> ResolvedLink {
    let folder = commons.site.contentFolder
    let outcome = commons.site.included.text(of: path)
    // A text of the content is no file that is published, and goes with a sheet that others reuse.
    if case .text = outcome, folder.isEmpty || path.hasPrefix(folder + "/") {
      fileNote?.set(String(commons.site.contentPath(of: path)))
    }
    let answer =
      switch outcome {
      case .text(let text): StableHash.of { $0.add(text.bytes) }
      case .missing: UInt64(1)
      case .outside: UInt64(2)
      case .unreadable: UInt64(3)
      }
    return .url(String(answer, radix: 16))
  }

  private func link(
    _ request: LinkRequest, reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink {
    let destination = request.destination
    if destination.hasPrefix("#/") {
      // docsify and others write the address of a page after the sign of a place in it.
      let page = LinkRequest(
        kind: .link, destination: String(destination.dropFirst()), location: request.location)
      return link(page, reporting: &diagnostics)
    }
    if destination.hasPrefix("#") { return .url(destination, pageID: sheet) }
    if let file = Self.fileOnComputer(destination) {
      diagnostics.append(.pathOnComputer(destination, file: file, at: request.location))
      return .unresolved
    }
    if let own = pathOfOwnAddress(destination) {
      return ownAddress(own, request, reporting: &diagnostics)
    }
    if let scheme = LinkSafety.scheme(of: destination) {
      guard LinkSafety.allowedSchemes.contains(scheme) else {
        diagnostics.append(.unsafeLink(destination, at: request.location))
        return .unresolved
      }
      return .url(destination)
    }
    if destination.hasPrefix("//") { return .url(destination) }
    let (path, end) = SitePath.split(destination)
    let rest = String(end)
    if path.isEmpty || path == "/", !rest.isEmpty {
      if rest.hasPrefix("?id="), path.isEmpty {
        return .url(Self.place(in: rest), pageID: sheet)
      }
      if let link = link(toWikiPage: end, request) { return link }
    }
    let target = contentPath(path)
    if let target, let link = link(toPath: target, request, rest: rest, reporting: &diagnostics) {
      return link
    }
    // Other tools write the way from one page to another, not from one file to another.
    let page = (sheet.map { commons.folders[$0] } ?? "") + "index.html"
    if !path.hasPrefix("/"), let other = SitePath(path, from: page[...])?.text, other != target,
      let link = link(toPath: other, request, rest: rest, reporting: &diagnostics)
    {
      return link
    }
    if let target, path.hasPrefix("/") || isInFolderOfSiteLanguage(target),
      let link = link(inLanguageFolder: target, request, rest: rest, reporting: &diagnostics)
    {
      return link
    }
    if let link = link(elsewhere: request, path: path, rest: rest, reporting: &diagnostics) {
      return link
    }
    guard let target else {
      diagnostics.append(.linkLeavesSite(destination, at: request.location))
      return .unresolved
    }
    reportDanglingLink(to: target, request, reporting: &diagnostics)
    return .unresolved
  }

  /// Returns the link to a sheet, in the language of the page where it is in it.
  func url(of target: Int, rest: String) -> ResolvedLink {
    let language = pageLanguage
    let target = commons.translations.version(of: target, in: language)
    let other = commons.language(of: target)
    return .url(
      links.page(encoded: commons.addresses[target]) + Self.place(in: rest),
      title: commons.site.sheets[target].title, pageID: target,
      language: other == language ? nil : other)
  }

  private func reportDanglingLink(
    to target: String, _ request: LinkRequest, reporting diagnostics: inout [Diagnostic]
  ) {
    let destination = request.destination
    if let reason = commons.directory.reasonNotToPublish(id: AddressIndex.page(target)) {
      diagnostics.append(.unpublishedLink(destination, reason, at: request.location))
      return
    }
    if commons.site.unread.contains(target) {
      diagnostics.append(.unreadLink(destination, file: target, at: request.location))
      return
    }
    let suggestion = suggestions.next(for: destination) {
      if SourceName.isSheet(target) {
        if let name = commons.directory.closest(toPath: source(of: target)) {
          return written(name) + SitePath.split(destination).rest
        }
        return correction(of: destination)
      }
      if let correction = correction(of: destination) { return correction }
      return commons.sourceNames.closest(toPath: target)
    }
    diagnostics.append(
      .danglingLink(destination, suggestion: suggestion, at: request.location))
  }

  /// Returns a title as it is, and the path of a source file as this sheet would write it.
  private func written(_ name: String) -> String {
    guard case .sheet = commons.directory.match(path: name) else { return name }
    return path(to: name)
  }

  /// Returns the path below the content folder that a path written in the sheet means; nil when it
  /// climbs out of it.
  package func contentPath(_ written: Substring) -> String? {
    commons.contentPath(written, from: sourcePath)
  }

  /// The source file in which the links are written.
  var sourcePath: String {
    sheet.map { commons.site.sheets[$0].path } ?? source(of: "index.md")
  }

  /// The id of the sheet, near which a name is looked for first.
  var id: String { sheet.map { commons.site.sheets[$0].id } ?? "" }

  /// The language of the page in which the links are.
  var pageLanguage: String {
    sheet.map { commons.language(of: $0) } ?? language ?? commons.site.configuration.language
  }

  package func source(of contentPath: String) -> String {
    let folder = commons.site.contentFolder
    return folder.isEmpty ? contentPath : folder + "/" + contentPath
  }

  package static func lastPart(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }
}
