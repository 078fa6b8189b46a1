/// A file that pages load: style sheet, script, picture.
public struct Asset: Sendable, Hashable {
  /// Its path below `assets/` in the theme: `ti.css`.
  public let name: String
  /// Its path from the site's root, with a digest of its bytes: `assets/ti.0123456789.css`.
  public let path: String
  /// What it holds.
  public let bytes: [UInt8]
  /// The paths of the assets that a style sheet refers to, in order, each once: fonts, pictures,
  /// other style sheets.
  public let references: [String]

  /// The name under which templates read its address, below `assets`: `ti_css`.
  public var templateName: String {
    String(
      decoding: name.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          byte
        default: UInt8(ascii: "_")
        }
      }, as: UTF8.self)
  }
}
