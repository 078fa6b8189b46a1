/// What stands behind the signs that open a fence of code: a language, and what other tools do with it.
enum FenceInfo {
  /// Returns the language that it names: `rust` of `rust,ignore`, `js` of `js{7-12}`, `js:line-numbers` and
  /// `js title="x"`, `yaml` of `{ .yaml .annotate }`; the whole word where braces hold no class, and nothing
  /// where options alone stand.
  static func language(
    in info: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    let text = info.drop(while: isSpace)
    guard text.first == UInt8(ascii: "{") else {
      return text.prefix { !isSpace($0) && !",{:".utf8.contains($0) }
    }
    let inside = text.dropFirst().prefix { $0 != UInt8(ascii: "}") }
    for part in inside.split(whereSeparator: { isSpace($0) || $0 == UInt8(ascii: ",") })
    where part.first == UInt8(ascii: ".") && part.count > 1 {
      return part.dropFirst()
    }
    return text.prefix { !isSpace($0) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }
}
