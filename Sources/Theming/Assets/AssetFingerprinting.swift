import Crypto
import Diagnostics
import TextEncoding

/// Names the files of `assets/` after what they hold, and makes style sheets follow.
///
/// A style sheet whose name starts with `_` is a part: others take it in by `@import "_part.css";`,
/// so that a page loads one file, and it is not published itself.
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
    for name in files.keys.sorted() where !Self.isPart(name) {
      var trail: [String] = []
      fingerprint(name, trail: &trail)
    }
  }

  /// Fingerprints a file after those that it refers to, because their names are among its bytes.
  private mutating func fingerprint(_ name: String, trail: inout [String]) {
    guard assets[name] == nil, let file = files[name] else { return }
    trail.append(name)
    var whole = WholeSheet(name: name)
    let bytes =
      if name.hasSuffix(".css") {
        StyleSheetTrimming.trim(rewrite(file, name: name, for: &whole, trail: &trail))
      } else if name.hasSuffix(".js"), !name.hasSuffix(".min.js") {
        ScriptTrimming.trim(file.bytes)
      } else {
        file.bytes
      }
    trail.removeLast()
    assets[name] = Asset(
      name: name, path: "assets/" + named(name, after: bytes), bytes: bytes,
      references: whole.references)
  }

  /// A style sheet that is being put together, from whose folder addresses are written.
  private struct WholeSheet {
    let name: String
    /// The published paths of what it refers to, each once.
    var references: [String] = []
  }

  /// Returns a style sheet with its parts taken in, and the published names of what it refers to.
  private mutating func rewrite(
    _ file: ThemeFile, name: String, for whole: inout WholeSheet, trail: inout [String]
  ) -> [UInt8] {
    let styleSheet = StyleSheetLinks(file.bytes)
    let lines = LineIndex(file.bytes)
    var changes: [(range: Range<Int>, bytes: [UInt8])] = []
    for link in styleSheet.links where !isLocal(link.address) {
      let location = SourceLocation(
        path: file.shownAs, position: lines.position(atByte: link.range.lowerBound),
        length: link.address.unicodeScalars.count)
      guard let target = target(of: link, in: name, at: location) else { continue }
      guard !trail.contains(target) else {
        diagnostics.append(.styleSheetCircle(target, at: location))
        continue
      }
      if let statement = link.statement, Self.isPart(target), let part = files[target] {
        trail.append(target)
        changes.append((statement, rewrite(part, name: target, for: &whole, trail: &trail)))
        trail.removeLast()
      } else if Self.isPart(target) {
        diagnostics.append(.partNotTakenIn(target, at: location))
      } else {
        fingerprint(target, trail: &trail)
        let path = assets[target]?.path ?? ""
        if !whole.references.contains(path) { whole.references.append(path) }
        let address =
          Address.encode(relative(path, from: whole.name)) + SitePath.split(link.address).rest
        changes.append((link.range, Array(address.utf8)))
      }
    }
    return styleSheet.replacing(changes)
  }

  /// Returns the file that a style sheet refers to; one that it may not refer to is reported.
  private mutating func target(
    of link: StyleSheetLinks.Link, in name: String, at location: SourceLocation
  ) -> String? {
    guard !link.address.contains("//") else {
      diagnostics.append(.foreignAsset(link.address, at: location))
      return nil
    }
    let written = SitePath.split(link.address).path
    guard let target = SitePath(written, from: name[...])?.text, files[target] != nil else {
      diagnostics.append(.missingAsset(link.address, at: location))
      return nil
    }
    return target
  }

  /// Whether a file is a part of style sheets, by its name.
  private static func isPart(_ name: String) -> Bool {
    name.hasSuffix(".css") && (name.split(separator: "/").last?.hasPrefix("_") ?? false)
  }

  /// Whether an address stays within the style sheet: a part of it, or data.
  private func isLocal(_ address: String) -> Bool {
    address.isEmpty || address.hasPrefix("#") || address.hasPrefix("data:")
  }

  private func relative(_ path: String, from name: String) -> String {
    let depth = name.split(separator: "/").count - 1
    return String(repeating: "../", count: depth) + path.dropFirst("assets/".count)
  }

  private func named(_ name: String, after bytes: [UInt8]) -> String {
    let digest = SHA256.hash(data: bytes).hexadecimal.prefix(Self.digestLength)
    let start = name.nameStart
    guard let dot = name[start...].lastIndex(of: "."), dot != start else {
      return "\(name).\(digest)"
    }
    return "\(name[..<dot]).\(digest)\(name[dot...])"
  }
}
