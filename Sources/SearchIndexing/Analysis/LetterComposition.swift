/// Joins a letter and a combining mark (NFC), for the letters of western Europe.
enum LetterComposition {
  /// Returns the composed scalar, always two bytes of UTF-8; nil where Unicode composes none.
  static func compose(_ base: UInt8, _ mark: UInt32) -> UInt32? {
    guard let row = rows.first(where: { $0.mark == mark }),
      let index = row.bases.firstIndex(of: base)
    else { return nil }
    return row.composed[index]
  }

  private struct Row {
    let mark: UInt32
    let bases: [UInt8]
    let composed: [UInt32]

    init(_ mark: UInt32, _ bases: String, _ composed: String) {
      self.mark = mark
      self.bases = Array(bases.utf8)
      self.composed = composed.unicodeScalars.map(\.value)
    }
  }

  private static let rows = [
    Row(0x0301, "eaiouyc", "éáíóúýć"),
    Row(0x0300, "eaiou", "èàìòù"),
    Row(0x0302, "eaiou", "êâîôû"),
    Row(0x0327, "cs", "çş"),
    Row(0x0308, "eaiouy", "ëäïöüÿ"),
    Row(0x0303, "nao", "ñãõ"),
    Row(0x030A, "a", "å"),
    Row(0x030C, "cszr", "čšžř"),
  ]
}
