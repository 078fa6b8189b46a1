import Glibc

/// A private folder for files of the work, removed with the value.
package final class WorkFolder: Sendable {
  package let path: String

  package init() throws(EnvironmentFailure) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/archipel-XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else {
      throw EnvironmentFailure(
        fr: "impossible de créer un dossier de travail dans « \(parent) »",
        en: "cannot make a working folder in “\(parent)”")
    }
    path = made
  }

  deinit { try? DiskFile.remove(path) }

  /// Writes a file; returns its path.
  package func write(_ bytes: [UInt8], as name: String) throws(EnvironmentFailure) -> String {
    do {
      try DiskFile.create(path + "/" + name, with: bytes)
    } catch {
      throw .unwritable(error)
    }
    return path + "/" + name
  }
}
