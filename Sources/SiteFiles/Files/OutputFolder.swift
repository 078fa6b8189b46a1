import FoundationEssentials

/// The folder that a site is published in.
package enum OutputFolder {
  /// The name of the list of files that a build published: a path a line, percent-encoded.
  package static let manifestName = ".archipel-manifest"

  /// Returns where a published folder is, whether it is there or not.
  ///
  /// Behind a symbolic link, it is the folder that is exchanged, not the link.
  package static func place(of output: String) -> String {
    if let real = DiskFile.realPath(output) { return real }
    let url = URL(filePath: output).standardizedFileURL
    let parent = url.deletingLastPathComponent().path(percentEncoded: false)
    guard let real = DiskFile.realPath(parent) else {
      return url.path(percentEncoded: false).replacing(/\/+$/, with: "")
    }
    return (real == "/" ? "" : real) + "/" + url.lastPathComponent
  }
}
