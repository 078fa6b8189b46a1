package import ContentModel
package import Diagnostics
package import SiteFiles
package import Theming

/// Finds the folders of the theme, and loads it.
extension SiteLoader {
  /// The folders of the theme: the built-in one, whose files the site may replace one by one.
  func themeLayers(
    _ configuration: SiteConfiguration
  ) throws(EnvironmentFailure) -> [ThemeLayer] {
    let source = try SourceFolder.boundary(around: request.source)
    let builtIn = SiteConfiguration().theme
    let own = Self.ownTheme(configuration)
    let folders = [
      ThemeFolder(
        path: request.options.builtInThemes + "/" + builtIn, shownAs: "themes/\(builtIn)"),
      ThemeFolder(
        path: request.options.builtInThemes + "/" + configuration.theme, shownAs: own),
      ThemeFolder(path: request.source + "/" + own, shownAs: own),
    ]
    var distinct: [ThemeLayer] = []
    for (index, folder) in folders.enumerated() {
      // One that is not there is kept too: it may appear.
      let real = DiskFile.realPath(folder.path) ?? folder.path
      let isKnown = distinct.contains {
        (DiskFile.realPath($0.folder.path) ?? $0.folder.path) == real
      }
      if isKnown { continue }
      // What comes with the program is trusted; what comes with the source must lie in it.
      let isOwn = index == folders.count - 1
      distinct.append(
        ThemeLayer(
          folder: folder, boundary: isOwn ? source : SourceBoundary(around: folder.path)))
    }
    return distinct
  }

  private static func ownTheme(_ configuration: SiteConfiguration) -> String {
    "themes/\(configuration.theme)"
  }

  /// Loads the theme that the configuration names.
  package func theme(
    _ configuration: SiteConfiguration, reporting diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) -> Theme {
    let (loaded, found) = try theme(configuration, themeLayers(configuration))
    diagnostics += found
    return loaded.theme
  }

  func theme(
    _ configuration: SiteConfiguration, _ layers: [ThemeLayer]
  ) throws(EnvironmentFailure) -> (LoadedTheme, [Diagnostic]) {
    let present = layers.filter { DiskFile.realPath($0.folder.path) != nil }
    let isThere = present.contains { $0.folder.shownAs == Self.ownTheme(configuration) }
    var found: [Diagnostic] = []
    let theme = try LoadedTheme(from: present, configuration, after: lastTheme, reporting: &found)
    if isThere { return (theme, found) }
    let own = request.source + "/themes"
    let boundary = try SourceFolder.boundary(around: request.source)
    if let real = DiskFile.realPath(own), !boundary.holds(real) {
      return (theme, [.linkLeavesSource(at: SourceLocation(path: "themes"))] + found)
    }
    let known = [request.options.builtInThemes, own]
      .flatMap { (try? FolderEntry.list($0)) ?? [] }.filter { $0.kind == .folder }
    let unknown = Diagnostic.unknownTheme(
      configuration.theme, known: Set(known.map(\.name)).sorted(),
      at: configuration.location(of: "theme"))
    return (theme, [unknown] + found)
  }
}
