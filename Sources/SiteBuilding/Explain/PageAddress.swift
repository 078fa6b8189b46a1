import SiteGraph
import Outputs
import SiteLoading
import ContentModel
import Diagnostics
import TextEncoding

/// What somebody calls a page.
struct PageAddress {
  private let name: String

  init(_ name: String, baseURL: String?) {
    var name = name.prefix { $0 != "#" && $0 != "?" }
    if let baseURL, name.hasPrefix(baseURL) { name = name.dropFirst(baseURL.count) }
    if let scheme = name.firstRange(of: "://") {
      name = name[scheme.upperBound...].drop { $0 != "/" }
    }
    while name.hasPrefix("/") || name.hasPrefix("./") { name = name.dropFirst() }
    self.name = PercentEncoding.decodeWhole(name) ?? String(name)
  }

  /// Returns the file that is called so: by its address or its path, the path of the file of its
  /// sheet, the title or the last part of the name of its sheet.
  func file(in site: PreparedSite) -> (any Output)? {
    let folder = name.hasSuffix("/") || name.isEmpty ? name : name + "/"
    if let file = site.plan.file(at: folder + "index.html") ?? site.plan.file(at: name) {
      return file
    }
    guard let sheet = sheet(in: site) else { return nil }
    let path = site.commons.folders[sheet] + "index.html"
    return site.plan.file(at: path)
  }

  private func sheet(in site: PreparedSite) -> Int? {
    let loaded = site.commons.site
    let byFile = loaded.sheets.firstIndex { sheet in
      sheet.path == name || loaded.contentPath(of: sheet.path) == name
    }
    if let byFile { return byFile }
    for match in matches(in: site) {
      if case .sheet(let index) = match { return index }
    }
    return nil
  }

  /// Returns why the sheet that is called so has no page.
  func absence(in site: PreparedSite) -> SheetDirectory.Unpublished? {
    let loaded = site.commons.site
    let title = Slug.make(from: name)
    let named = loaded.unpublished.first { unpublished in
      let sheet = unpublished.sheet
      return sheet.path == name || loaded.contentPath(of: sheet.path) == name
        || Slug.make(from: sheet.title) == title
    }
    if let named { return named.reason }
    for match in matches(in: site) {
      if case .unpublished(let reason) = match { return reason }
    }
    return nil
  }

  private func matches(in site: PreparedSite) -> [SheetDirectory.Match] {
    let directory = site.commons.directory
    return [directory.match(reference: name) { _ in true }, directory.match(title: name)]
  }

  /// Returns the sheet that is called nearly so.
  func closest(in site: PreparedSite) -> String? {
    let ids = site.commons.site.sheets.map(\.id)
    let content = site.commons.site.contentFolder + "/"
    var wanted = name.hasPrefix(content) ? String(name.dropFirst(content.count)) : name
    for ending in [".md", "/index.html", "/"] where wanted.hasSuffix(ending) {
      wanted.removeLast(ending.count)
    }
    if let id = NearMiss.closest(to: wanted, among: ids) { return id }
    let lastPart = { (id: String) in String(id.split(separator: "/").last ?? "") }
    let part = NearMiss.closest(to: lastPart(wanted), among: ids.map(lastPart))
    return part.flatMap { part in ids.first { lastPart($0) == part } }
  }
}
