/// Names of files that every system takes: Windows, macOS, and the FAT of a USB stick.
///
/// Source: "Naming Files, Paths, and Namespaces", Microsoft Learn.
public enum PortableName {
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  private static let refused: Set<UInt8> = Set("<>:\"|?*\\".utf8)

  /// Returns a path whose names every system takes: what Windows refuses in a name becomes a hyphen,
  /// and the name of a device ends with one; « a:b? » gives « a-b- », « con » gives « con- ».
  public static func path(_ path: String) -> String {
    if isPortable(path) { return path }
    return path.split(separator: "/", omittingEmptySubsequences: false).map(name).joined(
      separator: "/")
  }

  /// Whether every system takes each name of a path.
  public static func isPortable(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).allSatisfy { part in
      guard let last = part.last, last != UInt8(ascii: "."), last != UInt8(ascii: " "),
        !part.contains(where: isRefused)
      else { return false }
      let stem = part.prefix { $0 != UInt8(ascii: ".") }
      return !(3...4).contains(stem.count) || !isDevice(Substring(stem))
    }
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
    stem.utf8.count <= 4 && devices.contains(stem.lowercased())
  }

  private static func isRefused(_ byte: UInt8) -> Bool {
    byte < 0x20 || refused.contains(byte)
  }
}
