package import SiteFiles

extension SourceFolder.File {
  /// The longest text that people write by hand is far shorter, in bytes.
  private static let maxTextBytes = 64 << 20

  /// Reads the file, wherever in the source it lies.
  package func read() throws(DiskFile.Failure) -> [UInt8] { try readSigned().bytes }

  /// Reads the file, and the signature that changes with it.
  package func readSigned(
    atMost limit: Int = DiskFile.maxBytes
  ) throws(DiskFile.Failure) -> (bytes: [UInt8], signature: FileSignature?) {
    try DiskFile.readSigned(diskPath, inside: boundary, atMost: limit)
  }

  /// Reads a text, and the signature that changes with it.
  package func signedText() throws(DiskFile.Failure) -> (bytes: [UInt8], signature: FileSignature?)
  {
    try readSigned(atMost: Self.maxTextBytes)
  }

  /// Reads a text.
  package func text() throws(DiskFile.Failure) -> [UInt8] { try signedText().bytes }

  /// Reads the file where a run cannot go on without it.
  package func contents() throws(EnvironmentFailure) -> [UInt8] {
    do {
      return try read()
    } catch {
      throw .unreadableFile(error)
    }
  }
}
