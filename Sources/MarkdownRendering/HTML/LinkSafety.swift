/// Tells the addresses that a page may lead to from those that run scripts, start programs or read the
/// reader's disk.
public enum LinkSafety {
  /// The schemes that links may have, whether they are written in Markdown, in HTML or in a field.
  public static let allowedSchemes: Set<String> = [
    "http", "https", "mailto", "tel", "ftp", "sms", "geo", "xmpp",
  ]

  /// The images that an address may hold itself.
  private static let bitmaps = [
    "data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp",
  ]

  /// Returns whether a page may lead to an address: it is a path, has one of the allowed schemes, or
  /// holds a bitmap image.
  public static func isAllowed(_ url: String) -> Bool {
    guard let scheme = scheme(of: url) else { return true }
    return allowedSchemes.contains(scheme) || holdsImage(url)
  }

  /// Returns whether an address holds a bitmap image itself.
  public static func holdsImage(_ url: String) -> Bool {
    let start = url.drop { $0.isWhitespace }.prefix(40).lowercased()
    return bitmaps.contains { start.hasPrefix($0) }
  }

  /// Returns the scheme of an address in lower case, as browsers read it: without the tabs, ends of
  /// lines and control characters that they drop (URL Standard, 4.4); nil for a path.
  public static func scheme(of url: String) -> String? {
    var scheme: [UInt8] = []
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): scheme.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte + 32)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        if scheme.isEmpty { return nil }
        scheme.append(byte)
      case UInt8(ascii: ":"):
        return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self)
      case 0x09, 0x0A, 0x0D: continue
      case 0...0x20 where scheme.isEmpty: continue
      default: return nil
      }
    }
    return nil
  }

  /// Returns whether an address starts with `javascript:`, `vbscript:`, `file:`, or with `data:`
  /// for something else than a bitmap image: what libcmark-gfm leaves out.
  static func isDangerous(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = url.first else { return false }
    switch first | 32 {
    case UInt8(ascii: "j"): return hasPrefix(url, "javascript:")
    case UInt8(ascii: "v"): return hasPrefix(url, "vbscript:")
    case UInt8(ascii: "f"): return hasPrefix(url, "file:")
    case UInt8(ascii: "d"):
      return hasPrefix(url, "data:") && !bitmaps.contains { hasPrefix(url, $0) }
    default: return false
    }
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
