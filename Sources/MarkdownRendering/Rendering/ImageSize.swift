/// How large a writer wants an image, in pixels: `300` or `300x200`.
struct ImageSize: Equatable {
  let width: Int
  let height: Int?

  /// Reads a size; nil for any other text.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    let numbers = parts.map { Int($0) }
    guard parts.count <= 2, let first = numbers.first, let width = first,
      numbers.allSatisfy({ $0.map { (1...9_999).contains($0) } ?? false })
    else { return nil }
    self.width = width
    height = numbers.count == 2 ? numbers[1] : nil
  }

  /// Takes `|300` off the end of an alternative, as Obsidian writes it.
  init?(takenOff alternative: inout [UInt8]) {
    guard let bar = alternative.lastIndex(of: UInt8(ascii: "|")),
      let size = ImageSize(String(decoding: alternative[(bar + 1)...], as: UTF8.self))
    else { return nil }
    let end = alternative[..<bar].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
    alternative.removeSubrange(end...)
    self = size
  }

  /// Reads the size that docsify has in the place of a title: `:size=300x200`.
  init?(docsify title: UnsafeBufferPointer<UInt8>) {
    let mark = ":size=".utf8
    guard title.starts(with: mark) else { return nil }
    let size = title.dropFirst(mark.count).prefix { $0 != 0x20 }
    self.init(String(decoding: size, as: UTF8.self))
  }

  /// Returns an image at the size, its height in proportion where none is asked for.
  func applied(to image: ShownImage) -> ShownImage {
    var shown = image.scaled(toWidth: width)
    if let height { shown.height = height }
    return shown
  }
}

/// What docsify has in the place of the title of a link or an image: `':ignore'`, `':size=300'`.
enum DocsifyOptions {
  private static let names: Set<Substring> = [
    "ignore", "include", "size", "class", "id", "target", "disabled", "no-zoom", "type",
    "crossorgin",
    "fragment",
  ]

  /// Whether a title is made of such options alone, and says nothing to a reader.
  static func areAll(of title: UnsafeBufferPointer<UInt8>) -> Bool {
    guard title.first == UInt8(ascii: ":") else { return false }
    return String(decoding: title, as: UTF8.self).split(separator: " ").allSatisfy {
      $0.first == ":" && names.contains($0.dropFirst().prefix { $0 != "=" })
    }
  }
}

extension UnsafeBufferPointer {
  static var empty: UnsafeBufferPointer { UnsafeBufferPointer(start: nil, count: 0) }
}
