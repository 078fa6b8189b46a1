/// Bytes that end in their checksum, by which a reader refuses those that were cut or changed.
extension [UInt8] {
  /// How many bytes a checksum takes.
  public static var checksumLength: Int { 8 }

  /// The checksum of the bytes, to be put at their end.
  public var seal: [UInt8] {
    let seal = StableHash.of { $0.add(self) }
    return Swift.withUnsafeBytes(of: seal.littleEndian) { Array($0) }
  }

  /// Returns sealed bytes without their seal.
  ///
  /// - Throws: `CorruptData` when they are not those that were sealed.
  public consuming func verifyingChecksum() throws(CorruptData) -> [UInt8] {
    var bytes = self
    guard bytes.count >= Self.checksumLength else { throw CorruptData() }
    let seal = [UInt8](bytes.suffix(Self.checksumLength))
    bytes.removeLast(Self.checksumLength)
    guard bytes.seal == seal else { throw CorruptData() }
    return bytes
  }
}
