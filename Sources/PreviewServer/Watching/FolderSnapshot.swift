import SiteFiles
import Glibc
import SiteBuilding

/// What the files of a site were like at one moment, for systems that cannot tell of changes.
struct FolderSnapshot: Equatable {
  /// The sum of what is known of each file: it does not depend on the order of names.
  private var sum = 0

  /// Looks at all the files in some folders.
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
    // The times of a folder tell of all that is in it, and most of that is looked at for itself.
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
