/// The formats of pictures that are read.
public enum ImageFormat: Sendable, Hashable, CaseIterable {
  case jpeg
  case png
  case gif
  case webP
  /// HEIC and AVIF, as phones make them.
  case heif
  case svg

  /// Returns the format that the name of a file promises; nil for what is no picture.
  public init?(fileName: String) {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch fileName[dot...].dropFirst().lowercased() {
    case "jpg", "jpeg", "jfif": self = .jpeg
    case "png": self = .png
    case "gif": self = .gif
    case "webp": self = .webP
    case "heic", "heif", "avif": self = .heif
    case "svg": self = .svg
    default: return nil
    }
  }

  /// Returns the format of a raster picture by its first bytes, whatever its name.
  init?(rasterBytes bytes: [UInt8]) {
    func holds(_ text: StaticString, at offset: Int) -> Bool {
      text.withUTF8Buffer { bytes.dropFirst(offset).starts(with: $0) }
    }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if holds("GIF8", at: 0) {
      self = .gif
    } else if holds("RIFF", at: 0), holds("WEBP", at: 8) {
      self = .webP
    } else if holds("ftyp", at: 4) {
      self = .heif
    } else {
      return nil
    }
  }

  /// Whether a picture of the format keeps every pixel as it was drawn.
  var isExact: Bool { self == .png || self == .gif }
}
