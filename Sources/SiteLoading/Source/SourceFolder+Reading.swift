import ContentModel
import Diagnostics
import Glibc
package import SiteFiles

extension SourceFolder {
  /// Returns the files without those that are longer than any that is read, which are reported.
  func leavingOutTooLarge(of files: [File], reporting diagnostics: inout [Diagnostic]) -> [File] {
    files.filter { file in
      // What the disk does not say is told of where the file is read.
      guard let size = FileMetadata.of(file.diskPath)?.size, size > Int64(DiskFile.maxBytes)
      else { return true }
      diagnostics.append(
        .tooLarge(
          limit: DiskFile.maxBytes, isPlain: isPlain, at: SourceLocation(path: file.path)))
      return false
    }
  }
}

extension SourceFolder.File {
  /// The longest text that people write by hand is far shorter, in bytes.
  private static let maxTextBytes = 64 << 20

  /// What is wrong with a text that could not be read, and is reported of its place.
  func problem(_ failure: DiskFile.Failure) -> Diagnostic {
    let location = SourceLocation(path: path)
    return failure.code == EFBIG
      ? .tooLarge(limit: Self.maxTextBytes, isPlain: false, at: location)
      : .unreadable(failure, at: location)
  }

  /// Reads the file, wherever in the source it lies.
  package func read() throws(DiskFile.Failure) -> [UInt8] { try readWithMetadata().bytes }

  /// Reads the file, and the metadata that changes with it; none where a row gives the text.
  package func readWithMetadata(
    atMost limit: Int = DiskFile.maxBytes
  ) throws(DiskFile.Failure) -> (bytes: [UInt8], metadata: FileMetadata?) {
    if let row { return (row.bytes, nil) }
    return try DiskFile.readWithMetadata(diskPath, inside: boundary, atMost: limit)
  }

  /// Reads a text, and the metadata that changes with it.
  package func textWithMetadata() throws(DiskFile.Failure) -> (
    bytes: [UInt8], metadata: FileMetadata?
  ) {
    try readWithMetadata(atMost: Self.maxTextBytes)
  }

  /// Reads a text.
  package func text() throws(DiskFile.Failure) -> [UInt8] { try textWithMetadata().bytes }

  /// Reads the file where a run cannot go on without it.
  package func contents() throws(EnvironmentFailure) -> [UInt8] {
    do {
      return try read()
    } catch {
      throw .unreadableFile(error)
    }
  }
}
