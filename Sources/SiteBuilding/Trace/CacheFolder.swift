/// The folder of a source folder that holds what can be made again, which is never content.
struct CacheFolder: Sendable {
  /// Its name.
  static let name = ".archipel"

  private let root: String

  init(source: String) {
    root = source + "/" + Self.name
  }

  /// The path of a folder in it, which may not be there.
  func path(of folder: String) -> String { root + "/" + folder }

  /// Makes a folder in it, which asks of itself not to be kept with the source.
  func make(_ folder: String) throws(DiskFile.Failure) {
    if DiskFile.realPath(path(of: folder)) != nil { return }
    try DiskFile.makeFolder(path(of: folder))
    try DiskFile.write(Array("*\n".utf8), to: root + "/.gitignore")
  }
}
