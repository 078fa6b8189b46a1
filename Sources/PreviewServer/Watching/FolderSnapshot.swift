import SiteFiles
import Glibc
import SiteBuilding

/// A hash of the names, sizes and times of the files of a site: it changes when one of them does.
///
/// It serves where inotify(7) is not available.
struct FolderSnapshot: Equatable {
  /// The sum of the hashes of all files, which does not depend on their order.
  private var sum = 0

  /// Takes a snapshot of all files in some folders.
  init(of roots: [WatchedFolder], in tree: SourceTree) {
    tree.walk(roots) { folder in
      for entry in (try? FolderEntry.list(folder.path)) ?? []
      where tree.matters(entry.name, in: folder, roots: roots) {
        add(folder.path + "/" + entry.name)
      }
    }
  }

  private mutating func add(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    var hasher = Hasher()
    hasher.combine(path)
    hasher.combine(status.st_ino)
    hasher.combine(status.st_mode)
    // The times of a folder change with every file in it, those that do not matter as well.
    if status.st_mode & S_IFMT != S_IFDIR {
      hasher.combine(status.st_size)
      for time in [status.st_mtim, status.st_ctim] {
        hasher.combine(time.tv_sec)
        hasher.combine(time.tv_nsec)
      }
    }
    sum &+= hasher.finalize()
  }
}
