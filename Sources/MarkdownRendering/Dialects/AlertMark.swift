/// The first line of an alert, `[!type] Title`, `[!type]-` or `[!type]+`, as Obsidian writes it and as
/// the blocks of other tools become.
struct AlertMark {
  /// How an alert is shown.
  enum Folding {
    case none, closed, open
  }

  /// Follows a mark whose alert has no title at all.
  static let untitled: UInt8 = 0x02

  /// The type as it was written.
  let type: String
  let folding: Folding
  /// The length of the mark in bytes; the title comes after it.
  let length: Int

  /// Reads the mark that starts a text, if it does.
  init?(startOf text: UnsafeBufferPointer<UInt8>) {
    guard text.starts(with: "[!".utf8), let end = text.prefix(80).firstIndex(of: 0x5D) else {
      return nil
    }
    let name = text[2..<end].prefix { $0 != UInt8(ascii: "|") }
    guard !name.isEmpty, name.allSatisfy(Self.isNameByte) else { return nil }
    type = String(decoding: name, as: UTF8.self)
    var after = end + 1
    switch text.dropFirst(after).first {
    case UInt8(ascii: "-"): folding = .closed
    case UInt8(ascii: "+"): folding = .open
    default: folding = .none
    }
    if folding != .none { after += 1 }
    // « [!a](b) » and « [!a]: b » are links.
    let isWideSpace = text[after...].starts(with: [0xC2, 0xA0])
    // « [!note]Titre » lacks its space.
    let isTitle =
      after < text.count && (text[after] >= 0x80 || (0x61...0x7A).contains(text[after] | 0x20))
      && AlertType.isKnown(type)
    guard
      after == text.count || text[after] == 0x20 || text[after] == Self.untitled || isWideSpace
        || isTitle
    else { return nil }
    if isWideSpace { after += 2 }
    length = text[after...].firstIndex { $0 != 0x20 } ?? text.count
  }

  /// Returns the mark of an alert that a block of another tool becomes.
  ///
  /// - Parameter title: Nothing for that of its type, an empty one for none.
  static func line(_ type: String, folding: Folding = .none, title: String?) -> [UInt8] {
    var line = Array("[!\(type)]".utf8)
    switch folding {
    case .none: break
    case .closed: line.append(UInt8(ascii: "-"))
    case .open: line.append(UInt8(ascii: "+"))
    }
    guard let title else { return line }
    line.append(0x20)
    line += title.isEmpty ? [untitled] : Array(title.utf8)
    return line
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == 0x20
      || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
