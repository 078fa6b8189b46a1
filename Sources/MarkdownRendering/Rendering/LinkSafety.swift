/// Tells addresses that run scripts or read the reader's disk, as libcmark-gfm does.
enum LinkSafety {
  /// Returns whether an address starts with `javascript:`, `vbscript:`, `file:`, or with `data:`
  /// for something else than a bitmap image.
  static func isDangerous(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = url.first else { return false }
    switch first | 32 {
    case UInt8(ascii: "j"): return hasPrefix(url, "javascript:")
    case UInt8(ascii: "v"): return hasPrefix(url, "vbscript:")
    case UInt8(ascii: "f"): return hasPrefix(url, "file:")
    case UInt8(ascii: "d"):
      let images = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
      return hasPrefix(url, "data:") && !images.contains { hasPrefix(url, $0) }
    default: return false
    }
  }

  /// Returns whether an address is dangerous.
  static func isDangerous(_ url: String) -> Bool {
    var url = url
    return url.withUTF8 { isDangerous($0) }
  }

  private static func hasPrefix(_ url: UnsafeBufferPointer<UInt8>, _ prefix: String) -> Bool {
    var index = 0
    for byte in prefix.utf8 {
      guard index < url.count else { return false }
      let isLetter = url[index] >= 0x41 && url[index] <= 0x5A
      guard (isLetter ? url[index] | 32 : url[index]) == byte else { return false }
      index += 1
    }
    return true
  }
}
