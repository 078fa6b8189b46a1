/// Follows the fences of a text line by line: in them, backticks mean nothing.
struct OpenFence {
  private var open: (sign: UInt8, length: Int)?

  /// Whether the next line is in a fence.
  var isOpen: Bool { open != nil }

  /// Reads a line.
  mutating func note(_ line: ArraySlice<UInt8>) {
    let content = line.drop { [0x20, 0x09, UInt8(ascii: ">")].contains($0) }
    guard let sign = content.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
      return
    }
    let length = content.prefix { $0 == sign }.count
    let rest = content.dropFirst(length)
    if let open {
      let isEnd = rest.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if open.sign == sign, length >= open.length, isEnd { self.open = nil }
    } else if length >= 3, sign == UInt8(ascii: "~") || !rest.contains(sign) {
      open = (sign, length)
    }
  }
}
