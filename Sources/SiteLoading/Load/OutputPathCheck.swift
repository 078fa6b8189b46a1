import SiteFiles

/// Tells where a site may not be published.
enum OutputPathCheck {
  /// The folders of a source folder that are not for what is published, but for that of the content.
  private static let reserved = ["themes", ".git", CacheFolder.name]

  /// Refuses to publish a site over its source, or where its next build would read what it publishes.
  ///
  /// - Parameter contentFolder: The content folder relative to the source folder; empty when they are
  ///   the same, and then a folder in it may be the published one.
  package static func check(
    _ request: BuildRequest, contentFolder: String
  ) throws(EnvironmentFailure) {
    let output = OutputFolder.place(of: request.output)
    let source = DiskFile.realPath(request.source) ?? request.source
    guard output != "/", !(source + "/").hasPrefix(output + "/") else {
      throw .outputHoldsSource(output)
    }
    guard request.isOutputNamed || output == source + "/output" else {
      throw .outputLeavesSource(request.output, to: output)
    }
    for name in [contentFolder] + reserved {
      let folder = DiskFile.realPath(request.source + "/" + name) ?? source + "/" + name
      if folder != source, (output + "/").hasPrefix(folder + "/") {
        throw .outputInSource(output, folder: name)
      }
    }
  }
}
