import ContentModel
import Diagnostics
import Formats
import MarkdownRendering
import SiteLoading
import TextEncoding

/// Links by the path of a file, or by the address of what is published.
extension SheetLinkProvider {
  /// Returns the link to what has a path below the content folder, or an address below the root of the
  /// site; nil when there is no such thing.
  ///
  /// What is written exactly so comes before what differs by its letter case.
  func link(
    toPath target: String, _ request: LinkRequest, rest: String,
    reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink? {
    let isSheet = SourceName.isSheet(target)
    if isSheet {
      switch commons.directory.match(path: source(of: target)) {
      case .sheet(let index): return url(of: index, rest: rest)
      case .unpublished(let reason):
        diagnostics.append(.unpublishedLink(request.destination, reason, at: request.location))
        return .unresolved
      case .ambiguous, .nothing: break
      }
    }
    if let file = commons.attachments[target] {
      return link(to: file, request, rest: rest, reporting: &diagnostics)
    }
    let address = AddressIndex.page(target)
    if let index = commons.directory.index(ofID: address) { return url(of: index, rest: rest) }
    if commons.sections.section(withID: address) != nil {
      return .url(links.page(address.isEmpty ? "" : address + "/") + rest)
    }
    switch commons.madePage(at: target) {
    case .page(let folder): return .url(links.page(folder) + rest)
    case .file(let path): return .url(links.file(path) + rest)
    case nil: break
    }
    if isSheet {
      let index =
        commons.directory.index(ofFolded: source(of: target))
        ?? commons.directory.index(ofFolded: target)
      return index.map { url(of: $0, rest: rest) }
    }
    if let index = commons.addressIndex.value.sheet(at: address) {
      return url(of: index, rest: rest)
    }
    let files = commons.fileNames.value.bearers(ofWhole: target)
    if files.count == 1, let file = files.first {
      return link(to: commons.site.attachments[file], request, rest: rest, reporting: &diagnostics)
    }
    return nil
  }

  /// Returns the link to what has a path from the folder of a language: Hugo and others leave that of
  /// the site out of addresses.
  func link(
    inLanguageFolder target: String, _ request: LinkRequest, rest: String,
    reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink? {
    let here = commons.site.contentPath(of: sourcePath)
    let own = here.split(separator: "/").dropLast().first.map(String.init)
    var tried: Set<String> = []
    // What is not translated is read in the language of the site.
    var target = target
    if let slash = target.firstIndex(of: "/") {
      let folder = String(target[..<slash])
      let original = String(target[target.index(after: slash)...])
      if !original.isEmpty, isLanguageFolder(folder) {
        if let link = link(toPath: original, request, rest: rest, reporting: &diagnostics) {
          return link
        }
        tried.insert(folder)
        target = original
      }
    }
    for folder in [own, commons.site.configuration.language, "en"].compactMap(\.self)
    where LanguageTag.isKnown(folder) && tried.insert(folder).inserted {
      guard !target.hasPrefix(folder + "/"), commons.sections.section(withID: folder) != nil,
        let link = link(
          toPath: folder + "/" + target, request, rest: rest, reporting: &diagnostics)
      else { continue }
      return link
    }
    return nil
  }

  /// Whether a path leads into the folder of the language of the site, which is in no address.
  func isInFolderOfSiteLanguage(_ path: String) -> Bool {
    let language = commons.site.configuration.language
    return path.hasPrefix(language + "/") && isLanguageFolder(language)
  }

  /// Whether a folder at the top holds the pages in a language; those of the site's own are published
  /// outside of it.
  private func isLanguageFolder(_ folder: String) -> Bool {
    LanguageTag.isKnown(folder)
      && (commons.sections.section(withID: folder) != nil
        || commons.site.configuration.languages.contains(folder))
  }

  /// Returns the path, from the root of the site, of a whole address of one of its pages; nil for
  /// an address elsewhere.
  func pathOfOwnAddress(_ destination: String) -> String? {
    guard let base = commons.configuredBaseURL else { return nil }
    if destination.hasPrefix("/"), !destination.hasPrefix("//") {
      // Below a folder of its host, a site is often written with the name of that folder.
      guard base.path != "/", destination.hasPrefix(base.path) else { return nil }
      let isOwn = contentPath(SitePath.split(destination).path).map(isThere) ?? false
      return isOwn ? nil : String(destination.dropFirst(base.path.count))
    }
    if destination + "/" == base.text { return "" }
    guard destination.hasPrefix(base.text) else { return nil }
    return String(destination.dropFirst(base.text.count))
  }

  private func isThere(_ path: String) -> Bool {
    commons.attachments[path] != nil || commons.directory.index(ofID: path) != nil
      || commons.sections.section(withID: path) != nil
  }

  /// Returns the link to a page that the text names by its whole address; that address where the site
  /// has nothing there, which is reported.
  func ownAddress(
    _ own: String, _ request: LinkRequest, reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink {
    let (path, rest) = SitePath.split(own)
    if let target = SitePath(path, from: "")?.text,
      let link = link(toPath: target, request, rest: String(rest), reporting: &diagnostics)
    {
      return link
    }
    diagnostics.append(
      .danglingLink(request.destination, suggestion: nil, at: request.location))
    return LinkSafety.scheme(of: request.destination) == nil
      ? .unresolved : .url(request.destination)
  }
}
