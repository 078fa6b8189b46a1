import ContentModel
import Diagnostics
import SiteFiles

/// Finds the site whose content a folder is a part of.
package enum EnclosingSite {
  /// Returns the source folder of the site that holds a folder in its content; nil when none does.
  package static func root(around folder: String) -> String? {
    guard let folder = DiskFile.realPath(folder) else { return nil }
    var root = folder[...]
    while let slash = root.lastIndex(of: "/"), slash > root.startIndex {
      root = root[..<slash]
      let path = String(root)
      guard let text = try? DiskFile.read(path + "/" + SourceName.configuration)
      else { continue }
      return holds(folder, site: path, configuration: String(decoding: text, as: UTF8.self))
        ? path : nil
    }
    return nil
  }

  private static func holds(_ folder: String, site: String, configuration: String) -> Bool {
    // What is wrong with that configuration is for a build of that site to tell.
    var ignored: [Diagnostic] = []
    let named = SiteConfiguration(
      path: SourceName.configuration, text: configuration, reporting: &ignored
    ).contentFolder
    let content = site + "/" + (named ?? SourceFolder.findContent(in: site))
    guard let start = DiskFile.realPath(content), folder.hasPrefix(start + "/") else {
      return folder == DiskFile.realPath(content)
    }
    let top = folder.dropFirst(start.count + 1).split(separator: "/").first ?? ""
    return start != site || !SourceFolder.foldersBesideContent.contains(String(top))
  }
}
