import Glibc
import SiteFiles

/// Files that are written where there was none: when one cannot be, all can be taken back.
struct NewFiles {
  /// What was made, each folder before what is in it.
  private var made: [String] = []

  /// Writes a file, and makes the folders above it that are not there.
  ///
  /// - Throws: ``DiskFile/Failure`` also when there is a file already: it is left as it is.
  package mutating func write(_ bytes: [UInt8], to path: String) throws(DiskFile.Failure) {
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    try DiskFile.create(path, with: bytes)
    made.append(path)
  }

  private mutating func makeFolder(_ path: String) throws(DiskFile.Failure) {
    guard !path.isEmpty, DiskFile.realPath(path) == nil else { return }
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    try DiskFile.makeFolder(path)
    made.append(path)
  }

  /// Removes what was made; a folder that holds something else by now stays.
  func takeBack() {
    for path in made.reversed() { remove(path) }
  }
}
