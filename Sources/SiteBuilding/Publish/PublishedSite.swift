import Diagnostics
import Foundation

/// A published folder, and the next version of it, made in a work folder beside it.
final class PublishedSite: Sendable {
  /// The name of the list of files that a build published: a path a line, percent-encoded.
  static let manifestName = ".archipel-manifest"

  private let output: String
  private let work: StagingDirectory
  private let trace: TraceFile
  private let next: StagedOutput
  /// What is published.
  private let published: OutputSnapshot
  /// The published files that are known to be as they were published.
  private let whole: StampedPaths

  /// What is published now, and the version before that is kept to make the next one from.
  struct Versions: Sendable {
    let output: OutputSnapshot
    let standby: OutputSnapshot?
  }

  /// Opens the published folder for a build: waits for another build to end, clears what a killed one
  /// left, and refuses a folder with somebody else's files.
  ///
  /// - Parameters:
  ///   - last: The build before, compared with the disk.
  ///   - onWait: Called when another build is running.
  init(
    _ request: BuildRequest, after last: PreviousBuild?, _ workers: Workers, onWait: () -> Void
  ) async throws(EnvironmentFailure) {
    output = StagingDirectory.place(of: request.output)
    let trace = TraceFile(request)
    self.trace = trace
    do {
      work = try await StagingDirectory(beside: output, onWait: onWait)
    } catch {
      throw .unpublished(error)
    }
    // Another build may have published since.
    let last = last.flatMap { $0.signature == trace.signature ? $0 : nil }
    var start: OutputSnapshot?
    do {
      if let last, last.isWhole {
        published = last.trace.output
        whole = published.files
        if let standby = last.trace.standby,
          await trace.standby.move(to: work.new, standby, workers)
        {
          start = standby
        }
      } else {
        published = try OutputSnapshot(of: output)
        whole = last?.trace.output.files ?? StampedPaths()
        try Self.check(published.files, in: output)
      }
      if start == nil { try DiskFile.makeFolder(work.new) }
    } catch {
      work.close()
      if let failure = error as? EnvironmentFailure { throw failure }
      throw .unpublished(error as? DiskFile.Failure ?? DiskFile.Failure(code: EIO, path: output))
    }
    next = StagedOutput(work.new, output: output, start: start)
  }

  /// Writes a file of the next version; one that has not changed keeps its inode and its time.
  func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFailure) {
    do {
      if let stamp = published.files.stamp(of: path), stamp != .unknown,
        stamp.size == Int64(bytes.count), let current = try? DiskFile.read(output + "/" + path),
        current == bytes, try next.take(path, stamp)
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
  func keep(_ path: String) throws(EnvironmentFailure) -> Bool {
    guard let stamp = stamp(of: path) else { return false }
    do {
      return try next.take(path, stamp)
    } catch {
      throw .unpublished(error)
    }
  }

  /// Returns whether a file of the published site is as it was published.
  func holds(_ path: String) -> Bool { stamp(of: path) != nil }

  /// Returns the bytes of a published file that is as it was published.
  func bytes(of path: String) -> [UInt8]? {
    holds(path) ? try? DiskFile.read(output + "/" + path) : nil
  }

  private func stamp(of path: String) -> FileStamp? {
    guard let stamp = whole.stamp(of: path), stamp != .unknown,
      published.files.stamp(of: path) == stamp
    else { return nil }
    return stamp
  }

  /// Publishes the next version in the place of the last, which becomes the one that stands by.
  ///
  /// - Parameter paths: The files of the next version.
  func publish(_ paths: [String]) throws(EnvironmentFailure) -> Versions {
    let (files, areSame) = files(at: paths + [Self.manifestName])
    let isListed = areSame ? try keep(Self.manifestName) : false
    if !isListed {
      try write(Self.manifest(of: files), to: Self.manifestName)
    }
    do {
      let version = try next.finish(files)
      trace.remove()
      let former = try work.exchange(with: output)
      let isKept = former.map(trace.standby.take) ?? false
      return Versions(output: version, standby: isKept ? published : nil)
    } catch {
      throw .unpublished(error)
    }
  }

  /// Lets the next build go on.
  func close() { work.close() }

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
      if path.elementsEqual(manifestName.utf8) { continue }
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
    let manifest = (try? DiskFile.read(output + "/" + manifestName)) ?? []
    let own = Set(
      String(decoding: manifest, as: UTF8.self).split(separator: "\n").map(String.init)
        + [manifestName])
    let foreign = (0..<files.count).lazy.map(files.path(at:)).filter {
      !own.contains(Address.encode($0))
    }
    guard foreign.isEmpty else { throw .foreignFiles(Array(foreign), in: output) }
  }
}
