import SiteLoading
import ContentModel
import Diagnostics

/// What no disk could hold.
extension SitePlan {
  /// A slug or a tag may be longer than what a disk takes for the name of a file.
  func reportLongNames(_ diagnostics: inout [Diagnostic]) {
    for file in files where file.path.utf8.count > Self.maxName {
      let names = file.path.split(separator: "/")
      guard let name = names.first(where: { $0.utf8.count > Self.maxName }) else { continue }
      diagnostics.append(.nameTooLong(name, limit: Self.maxName, path: file.origin))
    }
  }

  /// Whether files that were added beside the pages could be where another file or folder is; what
  /// stands for their paths tells, without looking at all pages in detail.
  func mayCollide(_ paths: [String]) -> Bool {
    var (files, folders): (Set<UInt64>, Set<UInt64>) = ([], [])
    for path in paths {
      let print = Self.visitFolders(above: path) { _, print in folders.insert(print) }
      guard files.insert(print).inserted else { return true }
    }
    guard files.isDisjoint(with: folders) else { return true }
    return self.files.contains { file in
      var liesInOne = false
      let print = Self.visitFolders(above: file.path) { _, print in
        if files.contains(print) { liesInOne = true }
      }
      return liesInOne || files.contains(print) || folders.contains(print)
    }
  }

  /// Reports files at one address, each cause once.
  ///
  /// - Parameter choice: Where a source file chooses the address of a path, if it does: its `slug:` or
  ///   its `alias:`.
  func reportCollisions(
    choice: (_ origin: String, _ path: String) -> SourceLocation? = { _, _ in nil },
    _ diagnostics: inout [Diagnostic]
  ) {
    // By what stands for their paths: those that agree are compared.
    var firstByPath: [UInt64: Int] = [:]
    firstByPath.reserveCapacity(files.count)
    let all =
      files.lazy.map { (path: $0.path, origin: $0.origin) }
      + filesBeside.lazy.map { (path: $0, origin: $0) }
    var others: [Int: [String]] = [:]
    for (index, file) in all.enumerated() {
      let print = Self.pathPrint(of: file.path.utf8)
      if let first = firstByPath[print], all[first].path == file.path {
        others[first, default: []].append(file.origin)
      } else {
        firstByPath[print] = index
      }
    }
    for file in all {
      Self.visitFolders(above: file.path) { folder, print in
        guard let first = firstByPath[print], all[first].path.utf8.elementsEqual(folder) else {
          return
        }
        others[first, default: []].append(file.origin)
      }
    }
    // Two sheets at one address have their other files there too: that is said once.
    var told: Set<[String]> = []
    for (first, origins) in others.sorted(by: { $0.key < $1.key })
    where told.insert([all[first].origin] + origins).inserted {
      let paths = [all[first].origin] + origins
      diagnostics.append(
        .collision(
          all[first].path, paths: paths, choices: paths.compactMap { choice($0, all[first].path) }))
    }
  }

  /// Visits the folders that a file lies in, none of which may be a file, and what stands for each;
  /// returns what stands for the file.
  @discardableResult
  private static func visitFolders(
    above path: String, _ visit: (Substring.UTF8View, UInt64) -> Void
  ) -> UInt64 {
    var print = pathSeed
    for index in path.utf8.indices {
      if path.utf8[index] == UInt8(ascii: "/") { visit(path[..<index].utf8, print) }
      print = next(print, path.utf8[index])
    }
    return print
  }

  private static func pathPrint(of path: String.UTF8View) -> UInt64 {
    path.reduce(pathSeed, next)
  }

  private static let pathSeed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// One step of FNV-1a.
  private static func next(_ print: UInt64, _ byte: UInt8) -> UInt64 {
    (print ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
