import FoundationEssentials
import Glibc
import SiteFiles

/// A private folder for the files of a conversion, removed with the value.
final class WorkFolder {
  let path: String

  init() throws {
    let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array((parent + "/archipel-XXXXXX").utf8CString)
    guard
      let made = template.withUnsafeMutableBufferPointer({ buffer in
        buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
      })
    else {
      throw EnvironmentFailure(
        fr: "impossible de créer un dossier de travail dans « \(parent) »",
        en: "cannot make a working folder in “\(parent)”")
    }
    path = made
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file; returns its path.
  func write(_ bytes: [UInt8], as name: String) throws -> String {
    do {
      try DiskFile.create(path + "/" + name, with: bytes)
    } catch {
      throw EnvironmentFailure.unwritable(error)
    }
    return path + "/" + name
  }
}
