import TextEncoding
/// The lines of an iCalendar file (RFC 5545, section 3.1), written one after another.
struct CalendarLines {
  /// The longest line, in octets, without its line break.
  private static let maxLine = 75

  private(set) var bytes: [UInt8] = []

  /// Appends a line whose value is written as it stands.
  mutating func append(_ name: String, _ value: String) {
    fold(Array("\(name):\(value)".utf8))
  }

  /// Appends a line whose value is a text, which is escaped (section 3.3.11).
  mutating func append(_ name: String, text: String) {
    var line = Array("\(name):".utf8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        line += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"):
        line += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      // The format has no way to hold other control characters.
      case 0x00..<0x20, 0x7F:
        continue
      default:
        line.append(byte)
      }
    }
    fold(line)
  }

  /// Cuts a line where it is too long, never inside a character; what follows starts with a space.
  private mutating func fold(_ line: [UInt8]) {
    var rest = line[...]
    var room = Self.maxLine
    while rest.count > room {
      var cut = rest.startIndex + room
      while cut > rest.startIndex + 1, rest[cut] & 0xC0 == 0x80 { cut -= 1 }
      bytes += rest[..<cut]
      bytes.append("\r\n ")
      rest = rest[cut...]
      room = Self.maxLine - 1
    }
    bytes += rest
    bytes.append("\r\n")
  }
}
