package import Calendars
import Crypto
import Formats
import Glibc
import SiteFiles
import TextEncoding

/// A published site as one ZIP file that opens from a disk, with the digest of each of its files.
package struct SitePack {
  /// The name of the list of digests, as `sha256sum --check` reads it.
  package static let digestsName = "SHA256SUMS"
  /// The name of the file that tells people what to do with the others.
  package static let readMeName = "LISEZ-MOI.txt"

  /// The folder that everything is in, once unpacked.
  package let folder: String
  /// The day that files bear.
  package let date: CalendarDate
  /// What the file for people says.
  package let readMe: String

  package init(folder: String, date: CalendarDate, readMe: String) {
    self.folder = folder
    self.date = date
    self.readMe = readMe
  }

  /// What was written.
  package struct Summary: Sendable {
    /// How many files the archive holds.
    package let fileCount: Int
    /// How many bytes it has.
    package let byteCount: Int
    /// The SHA-256 digest of the archive, in hexadecimal.
    package let digest: String
  }

  /// Writes a site, which lies in a folder, into a file: whole, or not at all.
  ///
  /// One file of the site is in memory at a time.
  package func write(_ site: String, to path: String) throws -> Summary {
    let draft = path + ".partiel"
    do {
      let archive = try ArchiveFile(draft)
      var count = 0
      var digests = ""
      var zip = ZipWriter(date: date) { try archive.append($0) }
      func add(_ name: String, _ bytes: [UInt8]) throws {
        try zip.add(folder + "/" + name, bytes)
        count += 1
        digests += SHA256.hash(data: bytes).hexadecimal + "  " + name + "\n"
      }
      // People look for it first.
      let lines = readMe.split(separator: "\n", omittingEmptySubsequences: false)
      try add(Self.readMeName, Array((lines.joined(separator: "\r\n")).utf8))
      try Self.visit(site, below: "") { name in
        try add(name, try DiskFile.contents(of: site + "/" + name))
      }
      try zip.add(folder + "/" + Self.digestsName, Array(digests.utf8))
      try zip.finish()
      let (size, digest) = try archive.close()
      guard rename(draft, path) == 0 else { throw DiskFile.Failure(code: errno, path: path) }
      return Summary(fileCount: count + 1, byteCount: size, digest: digest)
    } catch let failure as DiskFile.Failure {
      unlink(draft)
      throw EnvironmentFailure.unwritable(failure)
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Visits the files of a site in the order of their paths, without those that the program keeps beside them.
  private static func visit(
    _ root: String, below: String, _ body: (String) throws -> Void
  ) throws {
    for entry in try FolderEntry.list(root + "/" + below) {
      let path = below + entry.name
      if entry.kind == .folder {
        try visit(root, below: path + "/", body)
      } else if path != OutputFolder.manifestName {
        try body(path)
      }
    }
  }
}

/// A file that is written from its start to its end, and digested meanwhile.
private final class ArchiveFile {
  private let path: String
  private let file: Int32
  private var hash = SHA256()
  private var size = 0
  private var isOpen = true

  init(_ path: String) throws(DiskFile.Failure) {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw DiskFile.Failure(code: errno, path: path) }
  }

  deinit { if isOpen { Glibc.close(file) } }

  func append(_ bytes: [UInt8]) throws(DiskFile.Failure) {
    hash.update(data: bytes)
    size += bytes.count
    let code = bytes.withUnsafeBytes { buffer -> Int32 in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let length = Glibc.write(file, base + written, buffer.count - written)
        if length < 0, errno != EINTR { return errno }
        written += max(0, length)
      }
      return 0
    }
    guard code == 0 else { throw DiskFile.Failure(code: code, path: path) }
  }

  func close() throws(DiskFile.Failure) -> (size: Int, digest: String) {
    isOpen = false
    // Some file systems only tell on closing that the disk is full.
    guard Glibc.close(file) == 0 else { throw DiskFile.Failure(code: errno, path: path) }
    return (size, hash.finalize().hexadecimal)
  }
}
