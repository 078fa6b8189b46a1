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
}
