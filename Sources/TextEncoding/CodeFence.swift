/// Follows the fences of a Markdown text line by line (CommonMark, section 4.5): between two of them all is
/// code.
///
/// What nests a fence, an indentation or the signs of a quotation, does not count.
package struct CodeFence: Sendable {
  @usableFromInline var open: (sign: UInt8, length: Int)?

  /// Creates the state at the start of a text, outside of any fence.
  @inlinable
  package init() {}

  /// Whether the next line is in a fence.
  @inlinable package var isOpen: Bool { open != nil }

  /// Reads a line, without its end.
  ///
  /// - Returns: Whether the line is a fence.
  @inlinable @discardableResult
  package mutating func note(_ line: some Collection<UInt8>) -> Bool {
    let content = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    guard let open else {
      self.open = Self.opening(content)
      return isOpen
    }
    let length = content.prefix { $0 == open.sign }.count
    let isEnd = content.dropFirst(length).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard length >= open.length, isEnd else { return false }
    self.open = nil
    return true
  }

  /// Returns the sign of the fence that a line without its indentation opens, and how often it bears it;
  /// nil for other lines: one of backticks has no other backtick on its line.
  @inlinable
  package static func opening(_ content: some Collection<UInt8>) -> (sign: UInt8, length: Int)? {
    guard let sign = content.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
      return nil
    }
    let length = content.prefix { $0 == sign }.count
    guard length > 2 else { return nil }
    let isCode = sign == UInt8(ascii: "`") && content.dropFirst(length).contains(sign)
    return isCode ? nil : (sign, length)
  }
}
