import SiteFiles
import SiteLoading
import Glibc
import SiteBuilding

/// Identifies a file or folder, whatever path leads to it.
struct FileIdentity: Hashable {
  private let device: dev_t
  private let number: ino_t

  /// Identifies what is at a path; nil when nothing is.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    (device, number) = (status.st_dev, status.st_ino)
  }
}
