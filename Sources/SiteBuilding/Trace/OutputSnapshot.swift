/// Every file and folder of a published site, and what the disk says of each.
struct OutputSnapshot: Sendable {
  /// What tells whether somebody changed a file; for a folder, whether a file came or went.
  struct Stamp: Sendable, Equatable {
    let inode: UInt64
    let size: Int64
    let modified: Int64

    init(_ signature: FileSignature) {
      inode = signature.inode
      size = signature.size
      modified = signature.modified
    }

    init(inode: UInt64, size: Int64, modified: Int64) {
      self.inode = inode
      self.size = size
      self.modified = modified
    }

    static func of(_ path: String) -> Stamp? { FileSignature.of(path).map(Stamp.init) }
  }

  let root: String
  /// The files and folders, by their path below the root; the root itself is empty.
  let entries: [(path: String, stamp: Stamp?)]

  init(root: String, _ entries: [(path: String, stamp: Stamp?)]) {
    self.root = root
    self.entries = entries
  }

  /// Takes the stamps of a published site as it is now.
  init(root: String, files: [String], _ workers: Workers) async throws {
    var folders: Set<String> = [""]
    for file in files {
      var folder = file[...]
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        guard folders.insert(String(folder)).inserted else { break }
      }
    }
    let paths = files + folders.sorted()
    let stamps = try await workers.map(paths.count) { Stamp.of(root + "/" + paths[$0]) }
    self.init(root: root, Array(zip(paths, stamps)))
  }

  /// The stamps by path.
  var stamps: [String: Stamp] {
    Dictionary(
      entries.compactMap { entry in entry.stamp.map { (entry.path, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether the site is as it was published.
  func isWhole(_ workers: Workers) async throws -> Bool {
    let same = try await workers.map(entries.count) { index in
      let (path, stamp) = entries[index]
      return stamp != nil && Stamp.of(root + "/" + path) == stamp
    }
    return same.allSatisfy(\.self)
  }
}
