/// The classes of bold and slanted letters in a page of Google Docs, which says so in its style
/// sheet alone.
struct LetterStyles {
  private var bold: [String] = []
  private var slanted: [String] = []

  /// Reads the styles of a page.
  init(_ bytes: [UInt8]) {
    let head = String(decoding: bytes.prefix(1 << 20), as: UTF8.self)
    for match in head.matches(of: /\.(c[0-9]{1,4})\{([^}]{0,2000})\}/) {
      if match.2.contains("font-weight:700") { bold.append(String(match.1)) }
      if match.2.contains("font-style:italic") { slanted.append(String(match.1)) }
    }
  }

  /// The classes as two tables of Lua; they are letters and digits alone.
  var lua: String {
    func table(_ classes: [String]) -> String {
      "{" + classes.map { "\($0)=true" }.joined(separator: ",") + "}"
    }
    return "local bold = \(table(bold))\nlocal slanted = \(table(slanted))\n"
  }
}
