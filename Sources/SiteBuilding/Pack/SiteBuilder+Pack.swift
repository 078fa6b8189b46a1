import BuildCache
import ContentModel
package import Diagnostics
import Publishing
import SiteFiles
import SiteLoading
import TextEncoding

extension SiteBuilder {
  /// What a build only warns of, and that a copy to another disk would lose.
  private static let lostInCopies: Set<String> = [
    "site.unportable-name", "site.lookalike", "site.long-path",
  ]

  /// Builds the site for a disk, in a private folder, and packs it.
  ///
  /// - Parameters:
  ///   - path: The archive; named after the site, in the current folder, when it is nil.
  ///   - language: The language of what it tells people.
  /// - Throws: ``EnvironmentFailure`` when something outside the source prevents it.
  package func pack(to path: String?, in language: MessageLanguage) async throws -> PackReport {
    let work = try WorkFolder()
    defer { withExtendedLifetime(work) {} }
    var offline = request
    offline.output = work.path + "/site"
    offline.isOutputNamed = true
    offline.options.isOffline = true
    offline.startsFromScratch = true
    let report = try await SiteBuilder(offline, onEvent: onEvent).build()
    // The folder goes: no later build can start from it.
    BuildRecordFile(offline).remove()
    let lost = report.diagnostics.contains { Self.lostInCopies.contains($0.id) }
    guard !report.hasErrors, !lost else { return PackReport(build: report, archive: nil) }
    onEvent(.phase(LocalizedText(fr: "archive", en: "archive")))
    let configuration = try SiteLoader(
      request: request, workers: workers, historyReader: historyReader
    ).configuration()
    let today = request.day(of: configuration)
    let slug = PortableName.path(Slug.make(from: configuration.title))
    let name = slug.isEmpty ? "site" : slug
    let archive = path ?? name + ".zip"
    let readMe = PackReadMe(
      configuration, address: request.options.baseURL ?? configuration.baseURL,
      date: today)
    let pack = SitePack(
      folder: name, date: today, readMe: readMe.text.text(in: language))
    let summary = try pack.write(offline.output, to: archive)
    let file = archive.split(separator: "/").last.map(String.init) ?? archive
    do {
      try DiskFile.write(
        Array("\(summary.digest)  \(file)\n".utf8), to: archive + ".sha256")
    } catch {
      throw EnvironmentFailure.unwritable(error)
    }
    return PackReport(
      build: report,
      archive: PackReport.Archive(
        path: archive, fileCount: summary.fileCount, byteCount: summary.byteCount,
        digest: summary.digest))
  }
}
