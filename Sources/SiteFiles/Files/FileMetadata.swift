package import ByteCoding
package import Glibc

/// What the disk says of a file: while it says the same, the file holds the same bytes.
package struct FileMetadata: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64
  /// How many bytes the file has.
  package let size: Int64
  /// When its bytes were last written, in nanoseconds since 1970, as programs may set it.
  package let modified: Int64
  /// When the disk last noted a change of the file, which no program can set.
  package let changed: Int64

  private static let second: Int64 = 1_000_000_000

  /// How long the clock that disks note times by may stand still, with a wide margin.
  private static let coarseness = second / 20

  /// The same for the disks that note whole seconds, or every other one, as those of USB sticks do.
  private static let coarsenessOfSeconds = 3 * second

  package init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  package init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// The hash of the metadata.
  package var number: UInt64 {
    StableHash.of { hasher in
      hasher.add(device)
      hasher.add(inode)
      hasher.add(UInt64(bitPattern: size))
      hasher.add(UInt64(bitPattern: modified))
      hasher.add(UInt64(bitPattern: changed))
    }
  }

  /// Returns the metadata of a file, symbolic links followed; nil when it is not there.
  package static func of(_ path: String) -> FileMetadata? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return FileMetadata(status)
  }

  /// Returns the metadata of a file of a source; nil when it is not there, and the run ends where
  /// the disk does not say.
  package static func ofSource(_ path: String) -> FileMetadata? {
    if let metadata = of(path) { return metadata }
    ReadFailures.note(DiskFile.Failure(code: errno, path: path))
    return nil
  }

  /// Whether a later change would show.
  package var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return isSettled(at: Self.nanoseconds(now))
  }

  /// Whether a change after a moment, in nanoseconds since 1970, would show: a file changed in that
  /// very instant, or by a clock that is ahead, may change again without the disk noting another time.
  package func isSettled(at now: Int64) -> Bool {
    let isWholeSecond = changed % Self.second == 0
    return max(modified, changed)
      + (isWholeSecond ? Self.coarsenessOfSeconds : Self.coarseness) < now
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
