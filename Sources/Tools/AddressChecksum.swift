/// A checksum for what an address carries: it tells an address that was cut from one that is whole.
public enum AddressChecksum {
  /// Returns the FNV-1a hash of bytes, 32 bits wide, in eight hexadecimal digits.
  public static func digits(of bytes: some Sequence<UInt8>) -> String {
    let hash = bytes.reduce(UInt32(0x811c_9dc5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
