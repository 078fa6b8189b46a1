import Diagnostics
import Glibc
package import SiteFiles
import TextEncoding

/// A published folder, and the next version of it, made in a staging directory beside it.
package final class PublishedSite: Sendable {
  private let output: String
  private let staging: StagingDirectory
  private let next: StagedOutput
  /// What is published.
  private let published: OutputSnapshot
  /// The published files that are known to be as they were published.
  private let whole: StampedPaths

  /// What the build before published.
  package struct Previous: Sendable {
    package let output: OutputSnapshot
    /// Whether the published site is as it was published.
    package let isWhole: Bool

    package init(
      output: OutputSnapshot, isWhole: Bool
    ) {
      self.output = output
      self.isWhole = isWhole
    }
  }

  /// Opens the published folder for a build: waits for another build to end, clears what a killed one
  /// left, and refuses a folder with somebody else's files.
  ///
  /// - Parameters:
  ///   - output: The published folder.
  ///   - previous: Returns what the build before published, once no other build runs; nil when that is
  ///     not known.
  ///   - onWait: Called when another build is running.
  package init(
    _ output: String, after previous: () -> Previous?, onWait: () -> Void
  ) async throws(EnvironmentFailure) {
    self.output = OutputFolder.place(of: output)
    do {
      staging = try await StagingDirectory(beside: self.output, onWait: onWait)
    } catch {
      throw .unpublished(error)
    }
    let previous = previous()
    do {
      if let previous, previous.isWhole {
        published = previous.output
        whole = published.files
      } else {
        published = try OutputSnapshot(of: self.output)
        whole = previous?.output.files ?? StampedPaths()
        try Self.check(published.files, in: self.output)
      }
      try DiskFile.makeFolder(staging.new)
    } catch {
      staging.close()
      if let failure = error as? EnvironmentFailure { throw failure }
      throw .unpublished(
        error as? DiskFile.Failure ?? DiskFile.Failure(code: EIO, path: self.output))
    }
    next = StagedOutput(staging.new, output: self.output)
  }

  /// Writes a file of the next version; one that has not changed keeps its inode and its time.
  package func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFailure) {
    do {
      if let stamp = published.files.stamp(of: path), stamp != .unknown,
        stamp.size == Int64(bytes.count), let current = try? DiskFile.read(output + "/" + path),
        current == bytes, try next.link(path, as: stamp)
      {
        return
      }
      try next.write(bytes, to: path)
    } catch {
      throw .unpublished(error)
    }
  }

  /// Takes a file of the published site into the next version; returns whether it was as it was
  /// published.
  package func keep(_ path: String) throws(EnvironmentFailure) -> Bool {
    guard let stamp = stamp(of: path) else { return false }
    do {
      return try next.link(path, as: stamp)
    } catch {
      throw .unpublished(error)
    }
  }

  /// Takes every file of a folder of the published site into the next version.
  ///
  /// - Parameter name: A file that the folder must have.
  /// - Returns: The paths of the files; nil when one of them is not as it was published.
  /// - Complexity: O(*n*) in the number of published files.
  package func keep(folder: String, with name: String) throws(EnvironmentFailure) -> [String]? {
    guard holds(folder + name) else { return nil }
    let paths = (0..<whole.count).lazy.map(whole.path(at:)).filter { $0.hasPrefix(folder) }
    for path in paths {
      guard try keep(path) else { return nil }
    }
    return Array(paths)
  }

  /// Returns whether a file of the published site is as it was published.
  package func holds(_ path: String) -> Bool { stamp(of: path) != nil }

  /// Returns the bytes of a published file that is as it was published.
  package func bytes(of path: String) -> [UInt8]? {
    holds(path) ? try? DiskFile.read(output + "/" + path) : nil
  }

  private func stamp(of path: String) -> FileStamp? {
    guard let stamp = whole.stamp(of: path), stamp != .unknown,
      published.files.stamp(of: path) == stamp
    else { return nil }
    return stamp
  }

  /// Publishes the next version in the place of the last, which goes.
  ///
  /// - Parameters:
  ///   - paths: The files of the next version.
  ///   - willExchange: Called when the published site is about to change.
  /// - Throws: ``EnvironmentFailure`` when the disk refuses.
  package func publish(
    _ paths: [String], _ workers: Workers, willExchange: () -> Void
  ) async throws -> OutputSnapshot {
    let (files, areSame) = files(at: paths + [OutputFolder.manifestName])
    let isListed = areSame ? try keep(OutputFolder.manifestName) : false
    if !isListed {
      try write(Self.manifest(of: files), to: OutputFolder.manifestName)
    }
    do {
      let version = try await next.snapshot(files, workers)
      willExchange()
      try staging.exchange(with: output)
      return version
    } catch let failure as DiskFile.Failure {
      throw EnvironmentFailure.unpublished(failure)
    }
  }

  /// Removes the version that was published before.
  package func removeFormerVersion(_ workers: Workers) async {
    await staging.removeFormerVersion(workers)
  }

  /// Lets the next build go on.
  package func close() { staging.close() }

  /// Sorts the files of the next version, those that are published with what the disk says of them;
  /// returns whether all of them are, and no other.
  private func files(at paths: [String]) -> (StampedPaths, areSame: Bool) {
    let known = published.files
    var isKept = [Bool](repeating: false, count: known.count)
    var added: [(path: String, stamp: FileStamp)] = []
    for path in paths {
      if let index = known.index(of: path) {
        isKept[index] = true
      } else {
        added.append((path, .unknown))
      }
    }
    if added.isEmpty, isKept.allSatisfy(\.self) { return (known, true) }
    let new = StampedPaths(added)
    var files = StampedPaths()
    StampedPaths.merge(known, new) { old, added in
      if let old, isKept[old] {
        files.append(known.pathBytes(at: old), known.stamps[old])
      } else if let added {
        files.append(new.pathBytes(at: added), .unknown)
      }
    }
    return (files, false)
  }

  /// Returns the list of files, but for itself.
  private static func manifest(of files: StampedPaths) -> [UInt8] {
    var manifest: [UInt8] = []
    manifest.reserveCapacity(files.bytes.count * 5 / 4)
    for index in 0..<files.count {
      let path = files.pathBytes(at: index)
      if path.elementsEqual(OutputFolder.manifestName.utf8) { continue }
      Address.encode(path, to: &manifest)
      manifest.append(UInt8(ascii: "\n"))
    }
    return manifest
  }

  /// Checks that the files of a published folder are listed by the build that made it.
  private static func check(
    _ files: StampedPaths, in output: String
  ) throws(EnvironmentFailure) {
    guard files.count > 0 else { return }
    let manifest: [UInt8]
    do {
      manifest = try DiskFile.read(output + "/" + OutputFolder.manifestName)
    } catch {
      guard error.isMissing else { throw .unreadableFile(error) }
      manifest = []
    }
    let own = Set(
      String(decoding: manifest, as: UTF8.self).split(separator: "\n").map(String.init)
        + [OutputFolder.manifestName])
    let foreign = (0..<files.count).lazy.map(files.path(at:)).filter {
      !own.contains(Address.encode($0))
    }
    guard foreign.isEmpty else { throw .foreignFiles(Array(foreign), in: output) }
  }
}
