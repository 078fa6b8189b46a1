/// The unaccented lower-case letters of the Latin-1 and Latin Extended-A blocks of Unicode.
enum LatinFolding {
  /// One entry for each character from U+00C0 to U+017F; `-` for a character that is no letter.
  private static let table: [[UInt8]] = """
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss \
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y \
    a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g \
    g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l \
    l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s \
    s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
    """.split(separator: " ").map { $0 == "-" ? [] : Array($0.utf8) }

  /// Returns the letters that stand for a character, in UTF-8; none when it is no letter.
  package static func letters(for scalar: Unicode.Scalar) -> [UInt8] {
    let index = Int(scalar.value) - 0xC0
    return table.indices.contains(index) ? table[index] : []
  }
}
