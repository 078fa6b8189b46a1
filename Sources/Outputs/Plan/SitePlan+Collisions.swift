import SiteLoading
import ContentModel
package import Diagnostics
import Formats
import SiteGraph
import TextEncoding

/// Files that cannot all stand where they are planned: two at one path, names that some disks refuse.
extension SitePlan {
  /// Tells of the files whose paths are not for every disk, and leaves out those whose address another has.
  mutating func checkPaths(_ commons: SiteView, _ diagnostics: inout [Diagnostic]) {
    reportLongNames(&diagnostics)
    reportUnportableNames(&diagnostics)
    reportLookalikes(&diagnostics)
    resolveCollisions(commons, &diagnostics)
  }

  /// A slug or a tag may be longer than what a disk takes for the name of a file.
  private func reportLongNames(_ diagnostics: inout [Diagnostic]) {
    for file in files where file.path.utf8.count > Self.maxName {
      let names = file.path.split(separator: "/")
      guard let name = names.first(where: { $0.utf8.count > Self.maxName }) else { continue }
      diagnostics.append(.nameTooLong(name, limit: Self.maxName, path: file.origin))
    }
  }

  /// A site is copied to the disk of any system: a name that Windows refuses is reported.
  private func reportUnportableNames(_ diagnostics: inout [Diagnostic]) {
    var told: Set<String> = []
    for file in files where !PortableName.isPortable(file.path) {
      guard told.insert(file.origin).inserted else { continue }
      let path = file.path.hasSuffix("/index.html") ? file.path.dropLast(10) : file.path[...]
      diagnostics.append(
        .unportableFile(
          String(path), portable: PortableName.path(String(path)),
          at: SourceLocation(path: file.origin)))
    }
  }

  /// Tells of files whose paths only some disks tell apart, by letter case or by the form of an accent:
  /// a copy to another keeps one of the two; and of paths that are too long for Windows.
  private func reportLookalikes(_ diagnostics: inout [Diagnostic]) {
    var spellings: [String: any Output] = [:]
    // Paths of small letters without accents are alike to themselves alone, and most are such.
    for file in files {
      let folded = PortableName.folded(file.path)
      if folded.utf8.elementsEqual(file.path.utf8) { continue }
      guard let other = spellings[folded] else {
        spellings[folded] = file
        continue
      }
      guard !other.path.utf8.elementsEqual(file.path.utf8) else { continue }
      report(file, alike: other, &diagnostics)
    }
    for file in files {
      if let other = spellings[file.path], !other.path.utf8.elementsEqual(file.path.utf8) {
        report(file, alike: other, &diagnostics)
      }
      let length = file.path.utf8.count
      guard length > PortableName.greatestLength,
        file.path.utf16.count > PortableName.greatestLength
      else { continue }
      diagnostics.append(
        .longPath(
          file.path, limit: PortableName.greatestLength, at: SourceLocation(path: file.origin)))
    }
  }

  private func report(
    _ file: any Output, alike rival: any Output, _ diagnostics: inout [Diagnostic]
  ) {
    // The other files of a page follow it.
    guard file.rank != .companion else { return }
    // Two former addresses of one sheet lead to the same page: whichever a disk keeps is right.
    if file.rank == .formerAddress, rival.rank == .formerAddress, let sheet = file.sheet,
      sheet == rival.sheet
    {
      return
    }
    let other = rival.path
    let isPage = file.path.hasSuffix("/index.html")
    let path = isPage ? String(file.path.dropLast("/index.html".count)) : file.path
    diagnostics.append(
      .lookalike(
        path, other: isPage ? String(other.dropLast("/index.html".count)) : other,
        at: SourceLocation(path: file.origin)))
  }

  /// Whether files that were added beside the pages could be where another file or folder is.
  ///
  /// Compares hashes of paths, so that it need not look at all pages in detail.
  func mayCollide(_ paths: [String]) -> Bool {
    var (files, folders): (Set<UInt64>, Set<UInt64>) = ([], [])
    for path in paths {
      let hash = Self.visitFolders(above: path) { _, hash in folders.insert(hash) }
      guard files.insert(hash).inserted else { return true }
    }
    guard files.isDisjoint(with: folders) else { return true }
    return self.files.contains { file in
      var liesInOne = false
      let hash = Self.visitFolders(above: file.path) { _, hash in
        if files.contains(hash) { liesInOne = true }
      }
      return liesInOne || files.contains(hash) || folders.contains(hash)
    }
  }

  /// Keeps one file of those at one address, and says which: a page goes before a file that lies
  /// beside it, and both go before a former address.
  private mutating func resolveCollisions(_ commons: SiteView, _ diagnostics: inout [Diagnostic]) {
    let groups = collisions(filesBeside: [])
    guard !groups.isEmpty else { return }
    let files = files
    var lost: Set<Int> = []
    // Two sheets at one address have their other files there too: that is said once. Of their former
    // addresses each is told, as each is written by itself.
    var told: Set<[String]> = []
    for group in groups {
      let comesFirst = { (left: Int, right: Int) in
        (files[left].rank.rawValue, left) < (files[right].rank.rawValue, right)
      }
      guard let file = group.files.min(by: comesFirst) else { continue }
      // A file cannot be where others lie in a folder.
      let insider = group.inside.min(by: comesFirst).flatMap { comesFirst($0, file) ? $0 : nil }
      let winner = insider ?? file
      let rivals = insider == nil ? group.files + group.inside : group.files
      let losers = rivals.filter { $0 != winner }
      lost.formUnion(losers)
      let isFormer = losers.contains { files[$0].rank == .formerAddress }
      let origins = [files[winner].origin] + losers.map { files[$0].origin }
      guard told.insert(origins + (isFormer ? [files[winner].path] : [])).inserted else { continue }
      let contenders = Contenders(
        files: files, winner: winner, losers: losers, commons: commons)
      diagnostics += contenders.diagnostics
    }
    remove(lost)
  }

  /// Tells of addresses of a wiki that two sheets claim: the first keeps them.
  func reportFormerQueries(_ commons: SiteView, _ diagnostics: inout [Diagnostic]) {
    var owners: [String: String] = [:]
    for sheet in commons.sheets {
      for alias in sheet.aliases where alias.query != nil {
        guard
          let owner = owners.updateValue(
            owners[alias.text] ?? commons.file(of: sheet), forKey: alias.text)
        else { continue }
        diagnostics.append(.aliasTaken(alias.text, by: owner, at: alias.location))
      }
    }
  }

  /// Leaves out what lies where Archipel makes a file about the whole site, but for the `robots.txt` of
  /// the writers: nothing may be written there before that file is.
  mutating func leaveOutReserved(
    _ reserved: ReservedPaths, of commons: SiteView, _ diagnostics: inout [Diagnostic]
  ) {
    var lost: Set<Int> = []
    var told: Set<[String]> = []
    for (index, file) in files.enumerated() {
      guard let name = reserved.name(takenBy: file.path) else { continue }
      if file.rank == .attachment, file.path == Robots.fileName { continue }
      lost.insert(index)
      if file.rank == .formerAddress, let alias = alias(of: file, commons) {
        diagnostics.append(.aliasTaken(alias.path, by: String(name), at: alias.location))
        continue
      }
      // A page is lost with its other files.
      guard told.insert([file.origin, String(name)]).inserted else { continue }
      diagnostics.append(.madeByArchipel(String(name), at: SourceLocation(path: file.origin)))
    }
    remove(lost)
  }

  private func alias(of file: any Output, _ commons: SiteView) -> Sheet.Alias? {
    guard let sheet = file.sheet else { return nil }
    return commons.sheets[sheet].aliases.first { alias in
      alias.query == nil && FormerAddress.path(of: alias) == file.path
    }
  }

  /// Adds files that are made beside the pages, but for those that the writers have in their place.
  ///
  /// - Returns: The paths of those that are added.
  @discardableResult
  package mutating func add(
    beside paths: [String], reporting diagnostics: inout [Diagnostic]
  ) -> Set<String> {
    guard mayCollide(paths) else {
      setFilesBeside(filesBeside + paths)
      return Set(paths)
    }
    var kept = Set(paths)
    var lost: Set<Int> = []
    for group in collisions(filesBeside: paths) {
      // Nothing lies in a folder where Archipel makes a file.
      let isFileMade = group.files.contains { $0 >= files.count }
      for index in group.files + (isFileMade ? group.inside : []) where index < files.count {
        let file = files[index]
        if file.rank == .attachment, file.path == Robots.fileName {
          kept.remove(file.path)
          continue
        }
        lost.insert(index)
        diagnostics.append(.madeByArchipel(file.path, at: SourceLocation(path: file.origin)))
      }
    }
    setFilesBeside(filesBeside + paths.filter(kept.contains))
    remove(lost)
    return kept
  }

  /// Files at one address, or a file where others lie in a folder.
  private struct Group {
    var files: [Int]
    /// Those that lie in a folder where a file would be.
    var inside: [Int] = []
  }

  /// Finds the files at one address, in their order.
  ///
  /// - Parameter filesBeside: More paths, whose numbers follow those of the files.
  private func collisions(filesBeside: [String]) -> [Group] {
    // By the hashes of their paths: files with the same hash are compared.
    var firstByPath: [UInt64: Int] = [:]
    firstByPath.reserveCapacity(files.count)
    let all = files.map(\.path) + filesBeside
    var groups: [Int: Group] = [:]
    for (index, path) in all.enumerated() {
      let hash = Self.pathHash(of: path.utf8)
      if let first = firstByPath[hash], all[first] == path {
        groups[first, default: Group(files: [first])].files.append(index)
      } else {
        firstByPath[hash] = index
      }
    }
    for (index, path) in all.enumerated() {
      Self.visitFolders(above: path) { folder, hash in
        guard let first = firstByPath[hash], all[first].utf8.elementsEqual(folder) else { return }
        groups[first, default: Group(files: [first])].inside.append(index)
      }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Visits the folders that a file lies in, none of which may be a file, and the hash of each;
  /// returns the hash of the path of the file.
  @discardableResult
  private static func visitFolders(
    above path: String, _ visit: (Substring.UTF8View, UInt64) -> Void
  ) -> UInt64 {
    var hash = pathSeed
    for index in path.utf8.indices {
      if path.utf8[index] == UInt8(ascii: "/") { visit(path[..<index].utf8, hash) }
      hash = next(hash, path.utf8[index])
    }
    return hash
  }

  private static func pathHash(of path: String.UTF8View) -> UInt64 {
    path.reduce(pathSeed, next)
  }

  private static let pathSeed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// One step of FNV-1a.
  private static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
