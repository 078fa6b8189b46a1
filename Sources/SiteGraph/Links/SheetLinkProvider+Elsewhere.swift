import ContentModel
import Diagnostics
import MarkdownRendering
import SiteLoading
import TextEncoding

/// What a path means that leads nowhere from where it is written.
///
/// Other tools publish their folder below another one, as `/docs/`, write paths from a root that they
/// alone know, and find a page by its name. The end of the path then names one page or one file: the
/// link leads there, and a remark says so. A strict site has its writers mend the path.
extension SheetLinkProvider {
  /// The deepest path that is looked for by its ends.
  private static let maxParts = 32

  private enum Place {
    case sheet(Int)
    case file(SourceFolder.File)
    case folder(String)
  }

  /// Returns the link to the one thing that the end of a path names; nil when nothing or several do.
  func link(
    elsewhere request: LinkRequest, path: Substring, rest: String,
    reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink? {
    guard let place = place(named: path) else { return nil }
    let (link, shown): (ResolvedLink, String)
    switch place {
    case .sheet(let index):
      link = url(of: index, rest: rest)
      shown = self.path(to: commons.site.sheets[index].path)
    case .file(let file):
      link = self.link(to: file, request, rest: rest, reporting: &diagnostics)
      shown = self.path(to: file.path)
    case .folder(let folder):
      link = .url(links.page(folder + "/") + rest)
      shown = "/" + folder + "/"
    }
    diagnostics.append(.linkElsewhere(request.destination, file: shown, at: request.location))
    return link
  }

  /// Returns the one file that the end of the path of an image names.
  func file(
    elsewhere written: String, at location: SourceLocation,
    reporting diagnostics: inout [Diagnostic]
  ) -> SourceFolder.File? {
    guard case .file(let file) = place(named: SitePath.split(written).path) else { return nil }
    diagnostics.append(.linkElsewhere(written, file: path(to: file.path), at: location))
    return file
  }

  private func place(named written: Substring) -> Place? {
    guard !commons.site.configuration.isStrict else { return nil }
    let parts = LinkedSite.fromRoot(written).replacing("\\", with: "/").split(separator: "/").filter
    {
      $0 != "." && $0 != ".."
    }
    guard !parts.isEmpty, parts.count <= Self.maxParts,
      let path = SitePath(parts.joined(separator: "/")[...], from: "")?.text
    else { return nil }
    let names = path.split(separator: "/")
    let here = id
    if names.count > 1, let last = names.last,
      Self.namesOfFolderPages.contains(last.lowercased())
    {
      // The page of a folder has several names: `guide/index.md` is `guide/README.md`.
      let folder = names.dropLast().joined(separator: "/")
      let pages = commons.directory.indices(endingIn: folder, near: here)
      if pages.count == 1 { return .sheet(pages[0]) }
    }
    for start in names.indices {
      let end = names[start...].joined(separator: "/")
      let page = AddressIndex.page(end)
      // « README » alone names the page of every folder.
      if start == names.count - 1, Self.namesOfFolderPages.contains(page.lowercased()) {
        return nil
      }
      let sheets = commons.directory.indices(endingIn: page, near: here)
      if !sheets.isEmpty { return sheets.count == 1 ? .sheet(sheets[0]) : nil }
      if commons.sections.section(withID: page) != nil { return .folder(page) }
      guard end.contains(".") else { continue }
      let files = commons.fileNames.value.bearers(of: end, near: here)
      if !files.isEmpty {
        return files.count == 1 ? .file(commons.site.attachments[files[0]]) : nil
      }
    }
    return nil
  }

  private static let namesOfFolderPages: Set<String> = [
    "index", "index.md", "_index", "_index.md", "readme", "readme.md",
  ]

  // MARK: Addresses of wikis

  /// Returns the place of a page that docsify has written after `?id=`, as `#place`; any other end of an
  /// address as it is.
  static func place(in rest: String) -> String {
    let mark = "?id="
    guard rest.hasPrefix(mark) else { return rest }
    return "#" + rest.dropFirst(mark.count).prefix { $0 != "&" && $0 != "#" }
  }

  /// Returns the link to the page that a wiki names after a question mark: `?PagePrincipale`.
  func link(
    toWikiPage rest: Substring, _ request: LinkRequest
  ) -> ResolvedLink? {
    guard rest.first == "?" else { return nil }
    var name = rest.dropFirst().prefix { $0 != "&" && $0 != "#" && $0 != "/" }
    for mark in ["wiki=", "wiki%3D"] where name.hasPrefix(mark) {
      name = name.dropFirst(mark.count)
    }
    guard !name.isEmpty, !name.contains("=") else { return nil }
    let here = id
    guard
      case .sheet(let index, _) = commons.directory.match(wiki: Address.decode(name), near: here)
    else { return nil }
    let hash = rest.firstIndex(of: "#") ?? rest.endIndex
    return url(of: index, rest: String(rest[hash...]))
  }
}
