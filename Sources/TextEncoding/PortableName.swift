/// Names of files that every system takes: Windows, macOS, and the FAT of a USB stick.
///
/// Source: "Naming Files, Paths, and Namespaces", Microsoft Learn.
public enum PortableName {
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
      + ["1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"].flatMap {
        ["com\($0)", "lpt\($0)"]
      })

  /// The longest path of a file, in UTF-16 units: Windows takes 260, the folder where a copy is put
  /// included.
  public static let greatestLength = 200

  /// Returns a path as disks compare it that do not tell letter case nor the forms of Unicode apart.
  public static func folded(_ path: String) -> String {
    if path.utf8.allSatisfy(isPlain) { return path }
    return path.utf8.allSatisfy { $0 < 0x80 }
      ? path.lowercased() : path.composed.lowercased().composed
  }

  /// Whether a byte is the same in every spelling that such a disk takes for one.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// Returns a path whose names every system takes: what Windows refuses in a name becomes a hyphen,
  /// and the name of a device ends with one; « a:b? » gives « a-b- », « con » gives « con- ».
  public static func path(_ path: String) -> String {
    if isPortable(path) { return path }
    return path.split(separator: "/", omittingEmptySubsequences: false).map(name).joined(
      separator: "/")
  }

  /// Whether every system takes each name of a path.
  public static func isPortable(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { bytes in
      var start = 0
      for index in 0...bytes.count
      where index == bytes.count || bytes[index] == UInt8(ascii: "/") {
        if start < index, !isPortableName(bytes[start..<index]) { return false }
        start = index + 1
      }
      return true
    }
  }

  private static func isPortableName(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let last = name.last, last != UInt8(ascii: "."), last != UInt8(ascii: " "),
      !name.contains(where: isRefused)
    else { return false }
    let stem = name.prefix { $0 != UInt8(ascii: ".") }
    return !(3...7).contains(stem.count) || !isDevice(Substring(decoding: stem, as: UTF8.self))
  }

  private static func name(_ name: Substring) -> String {
    var kept = String(
      decoding: name.utf8.map { isRefused($0) ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    while kept.last == "." || kept.last == " " { kept.removeLast() }
    if kept.isEmpty { return name.isEmpty ? "" : "-" }
    let stem = kept.prefix { $0 != "." }
    guard isDevice(stem) else { return kept }
    return stem + "-" + kept.dropFirst(stem.count)
  }

  private static func isDevice(_ stem: Substring) -> Bool {
    stem.utf8.count <= 7 && devices.contains(stem.lowercased())
  }

  private static func isRefused(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"),
      UInt8(ascii: "\""), UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "*"),
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }
}
