/// Bytes that end in what stands for them, so that half of them, or others, are none.
extension [UInt8] {
  /// How many bytes a seal takes.
  public static var sealLength: Int { 8 }

  /// What stands for the bytes, to be put at their end.
  public var seal: [UInt8] {
    let seal = Fingerprint.of { $0.add(self) }
    return Swift.withUnsafeBytes(of: seal.littleEndian) { Array($0) }
  }

  /// Returns sealed bytes without their seal.
  ///
  /// - Throws: `DamagedBytes` when they are not those that were sealed.
  public consuming func unsealed() throws(DamagedBytes) -> [UInt8] {
    var bytes = self
    guard bytes.count >= Self.sealLength else { throw DamagedBytes() }
    let seal = [UInt8](bytes.suffix(Self.sealLength))
    bytes.removeLast(Self.sealLength)
    guard bytes.seal == seal else { throw DamagedBytes() }
    return bytes
  }
}
