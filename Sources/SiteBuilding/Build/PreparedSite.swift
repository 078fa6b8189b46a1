import ContentModel
import Diagnostics
import Formats
import SearchIndexing

/// A site loaded, linked and planned: everything that its files are made from.
struct PreparedSite: Sendable {
  let commons: LinkedSite
  let documents: MadeDocuments
  let connections: Connections
  var plan: SitePlan
  let templates: Templates
  let isStrict: Bool
  var diagnostics: [Diagnostic]

  /// Whether something prevents publication; in a strict site, a warning does.
  var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error || (isStrict && $0.severity == .warning) }
  }

  /// Whether something cannot be made at all, however strict the site.
  var isBroken: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether a picture is not shown for want of the library that reads it.
  var lacksPictureLibrary: Bool { diagnostics.contains { $0.id == "image.library" } }

  /// The sheets, rendered, in the order of the site.
  var sheets: [RenderedSheet] { documents.documents.map(\.sheet) }

  /// What the pages of the site are made from.
  func context(_ request: BuildRequest, baseURL: BaseURL?) -> PageContext {
    let sheets = sheets
    return PageContext(
      commons: commons, sheets: sheets, titles: sheets.map(\.title), connections: connections,
      request: request, baseURL: baseURL)
  }

  /// Makes the files that are about the whole site and belong to no page of it, but for the search
  /// index.
  ///
  /// - Parameter last: Reads the catalogue that is published.
  func wholeFiles(
    _ context: PageContext, after last: () -> PublishedCatalogue? = { nil }
  ) -> [PublishedFile] {
    let catalogue = PublishedFile(
      path: CatalogueFile.fileName, bytes: SiteCatalogue(context).encoded(after: last()))
    let robots = PublishedFile(
      path: Robots.fileName, bytes: Robots(baseURL: context.baseURL).encoded())
    return [catalogue, robots] + Sitemap(pages: mapped, baseURL: context.baseURL).encodedFiles()
  }

  /// The pages that the site map for programs lists.
  var mapped: [SitemapPage] {
    commons.site.sheets.enumerated().map { index, sheet in
      SitemapPage(
        path: commons.addresses[index], modified: Timestamp(commons.modified(of: index)),
        translations: Self.translations(commons.versions(of: index)))
    }
      + commons.sections.sections.filter { $0.index == nil }.map { section in
        SitemapPage(
          path: section.id.isEmpty ? "" : Address.encode(section.id) + "/",
          translations: section.id.isEmpty && commons.translations.hasTranslations
            ? Self.translations(commons.homes) : [])
      }
      + commons.languagesWithoutHome.map { language in
        SitemapPage(
          path: Address.encode(commons.home(of: language)),
          translations: Self.translations(commons.homes))
      }
      + [SitemapPage(path: SitePlan.tagFolder)]
      + commons.tags.map { tag in
        SitemapPage(path: Address.encode(SitePlan.tagFolder + tag.key) + "/")
      }
      + [SitemapPage(path: SitePlan.alphabetFolder), SitemapPage(path: SitePlan.siteMapFolder)]
      + (commons.alphabet.isSplit ? commons.alphabet.letters : []).map { letter in
        SitemapPage(path: Address.encode(letter.folder))
      }
  }

  /// A page in each of its languages, the original also for the readers of all others.
  private static func translations(_ versions: [PageTranslation]) -> [SitemapPage.Translation] {
    let all = versions.map { SitemapPage.Translation(language: $0.language, path: $0.address) }
    return all
      + all.prefix(1).map { SitemapPage.Translation(language: "x-default", path: $0.path) }
  }

  /// What was found, sorted by path and line, warnings raised to errors where the site is strict.
  var raisedDiagnostics: [Diagnostic] {
    var raised = diagnostics
    if isStrict {
      for index in raised.indices where raised[index].severity == .warning {
        raised[index].severity = .error
      }
    }
    return raised.sortedByLocation()
  }

  /// Returns what the build did so far.
  ///
  /// - Parameter remains: What the site was made from, beside itself.
  func report(
    _ clock: PhaseClock, fileCount: Int, newFileCount: Int = 0, remains: [any Sendable] = []
  ) -> BuildReport {
    BuildReport(
      diagnostics: raisedDiagnostics, pageCount: plan.pageCount, fileCount: fileCount,
      newFileCount: newFileCount,
      phases: clock.phases, remains: remains + [self])
  }
}

/// Times the phases of a build.
struct PhaseClock {
  private(set) var phases: [(name: String, seconds: Double)] = []

  mutating func measure<Value>(_ name: String, _ phase: () throws -> Value) rethrows -> Value {
    let start = ContinuousClock.now
    defer { record(name, since: start) }
    return try phase()
  }

  mutating func measure<Value>(
    _ name: String, _ phase: () async throws -> Value
  ) async rethrows -> Value {
    let start = ContinuousClock.now
    defer { record(name, since: start) }
    return try await phase()
  }

  private mutating func record(_ name: String, since start: ContinuousClock.Instant) {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    phases.append((name, Double(seconds) + Double(attoseconds) * 1e-18))
  }
}
