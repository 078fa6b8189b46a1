import ContentModel
import Diagnostics
import SiteLoading

extension SiteBuilder {
  /// Returns the folders whose files the site is made from, but for the source folder itself, as its
  /// configuration has them now: whether they are there, and whether a site can be made from them.
  ///
  /// - Throws: ``EnvironmentFailure`` when the configuration cannot be read.
  public func sourceFolders() throws -> [String] {
    let loader = SiteLoader(request: request, workers: workers, historyReader: historyReader)
    let configuration = try loader.configuration()
    let content = configuration.contentFolder ?? SourceFolder.findContent(in: request.source)
    return [request.source + (content.isEmpty ? "" : "/" + content), request.source + "/themes"]
      + Set([configuration.theme, SiteConfiguration().theme]).sorted()
      .map { request.options.builtInThemes + "/" + $0 }
  }
}
