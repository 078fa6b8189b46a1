import Crypto
import Diagnostics

/// Names the files of `assets/` after what they hold, and makes style sheets follow.
struct AssetFingerprinting {
  /// The length of a digest in a name, in hexadecimal digits.
  private static let digestLength = 10

  private(set) var assets: [String: Asset] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let files: [String: ThemeFile]

  /// Names files after their bytes.
  ///
  /// - Parameter files: The files by their path below `assets/`.
  init(_ files: [String: ThemeFile]) {
    self.files = files
    for name in files.keys.sorted() {
      var trail: [String] = []
      fingerprint(name, trail: &trail)
    }
  }

  /// Fingerprints a file after those that it refers to, because their names are among its bytes.
  private mutating func fingerprint(_ name: String, trail: inout [String]) {
    guard assets[name] == nil, let file = files[name] else { return }
    trail.append(name)
    var bytes = file.bytes
    var references: [String] = []
    if name.hasSuffix(".css") {
      bytes = StyleSheetTrimming.trim(
        rewrite(file, name: name, trail: &trail, references: &references))
    }
    trail.removeLast()
    assets[name] = Asset(
      name: name, path: "assets/" + named(name, after: bytes), bytes: bytes,
      references: references)
  }

  private mutating func rewrite(
    _ file: ThemeFile, name: String, trail: inout [String], references: inout [String]
  ) -> [UInt8] {
    let styleSheet = StyleSheetLinks(file.bytes)
    let lines = LineIndex(file.bytes)
    var addresses: [Int: String] = [:]
    for link in styleSheet.links where !isLocal(link.address) {
      let location = SourceLocation(
        path: file.shownAs, position: lines.position(atByte: link.range.lowerBound),
        length: link.address.unicodeScalars.count)
      if link.address.contains("//") {
        if !link.address.hasPrefix("data:") {
          diagnostics.append(.foreignAsset(link.address, at: location))
        }
        continue
      }
      let (written, suffix) = split(link.address)
      guard let target = resolve(written, from: name), files[target] != nil else {
        diagnostics.append(.missingAsset(link.address, at: location))
        continue
      }
      guard !trail.contains(target) else {
        diagnostics.append(.styleSheetCircle(target, at: location))
        continue
      }
      fingerprint(target, trail: &trail)
      let path = assets[target]?.path ?? ""
      if !references.contains(path) { references.append(path) }
      addresses[link.range.lowerBound] = relative(path, from: name) + suffix
    }
    return styleSheet.replacing { addresses[$0.range.lowerBound] }
  }

  /// Whether an address stays within the style sheet: a part of it, or data.
  private func isLocal(_ address: String) -> Bool {
    address.isEmpty || address.hasPrefix("#") || address.hasPrefix("data:")
  }

  private func split(_ address: String) -> (path: String, suffix: String) {
    let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
    return (String(address[..<end]), String(address[end...]))
  }

  /// Returns the name of the file that an address means in a file; nil when it climbs out.
  private func resolve(_ address: String, from name: String) -> String? {
    var parts = name.split(separator: "/").dropLast()
    for part in address.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  private func relative(_ path: String, from name: String) -> String {
    let depth = name.split(separator: "/").count - 1
    return String(repeating: "../", count: depth) + path.dropFirst("assets/".count)
  }

  private func named(_ name: String, after bytes: [UInt8]) -> String {
    let hex = Array("0123456789abcdef")
    let digits = SHA256.hash(data: bytes).flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
    let digest = String(digits.prefix(Self.digestLength))
    let fileStart = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
    guard let dot = name[fileStart...].lastIndex(of: "."), dot != fileStart else {
      return "\(name).\(digest)"
    }
    return "\(name[..<dot]).\(digest)\(name[dot...])"
  }
}
