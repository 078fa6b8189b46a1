import TextEncoding

/// A file that a writer puts beside a sheet: its name says what it is, and so must its bytes.
package struct UploadedFile: Sendable {
  /// The longest file that is taken, in bytes.
  package static let largestSize = 64 << 20

  /// Why a file is not taken.
  package enum Refusal: Error, Hashable, Sendable {
    /// Its name has no ending, or one that a site does not publish.
    case unknownKind(String)
    /// Its bytes are not those of a file of its ending.
    case otherKind(String)
    /// It is longer than what is taken.
    case tooLong
    /// It is a drawing with a script in it.
    case activeDrawing
  }

  /// A name that any site and system can bear.
  package let name: String
  /// Its bytes.
  package let bytes: [UInt8]
  /// Whether it is a picture.
  package let isPicture: Bool

  /// Reads a file.
  package init(named name: String, bytes: [UInt8]) throws(Refusal) {
    guard bytes.count <= Self.largestSize else { throw .tooLong }
    let base = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    guard let dot = base.lastIndex(of: "."), dot > base.startIndex else {
      throw .unknownKind(String(base))
    }
    let ending = base[base.index(after: dot)...].lowercased()
    guard let kind = Self.kinds[ending] else { throw .unknownKind(ending) }
    guard kind.matches(bytes) else { throw .otherKind(ending) }
    if kind == .drawing, Self.holdsScript(bytes) { throw .activeDrawing }
    let stem = String(Slug.make(from: String(base[..<dot])).prefix(80))
    self.name = (stem.isEmpty ? "fichier" : stem) + "." + ending
    self.bytes = bytes
    isPicture = kind.isPicture
  }

  /// The endings that are taken, for people to be told.
  package static var endings: [String] { kinds.keys.sorted() }

  /// What the start of a file says of it.
  private enum Kind {
    case jpeg, png, gif, webp, avif, drawing, pdf, archive, text, sound, film, webm

    var isPicture: Bool {
      switch self {
      case .jpeg, .png, .gif, .webp, .avif, .drawing: true
      case .pdf, .archive, .text, .sound, .film, .webm: false
      }
    }

    func matches(_ bytes: [UInt8]) -> Bool {
      func starts(_ start: [UInt8], at offset: Int = 0) -> Bool {
        bytes.dropFirst(offset).starts(with: start)
      }
      switch self {
      case .jpeg: return starts([0xFF, 0xD8, 0xFF])
      case .png: return starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      case .gif: return starts(Array("GIF87a".utf8)) || starts(Array("GIF89a".utf8))
      case .webp: return starts(Array("RIFF".utf8)) && starts(Array("WEBP".utf8), at: 8)
      case .avif: return starts(Array("ftypavi".utf8), at: 4)
      case .drawing: return Self.isText(bytes) && Self.contains(bytes.prefix(4_096), "<svg")
      case .pdf: return starts(Array("%PDF-".utf8))
      case .archive: return starts([0x50, 0x4B, 0x03, 0x04])
      case .text: return Self.isText(bytes)
      case .sound:
        return starts(Array("ID3".utf8))
          || (bytes.first == 0xFF && bytes.dropFirst().first ?? 0 >= 0xE0)
      case .film: return starts(Array("ftyp".utf8), at: 4)
      case .webm: return starts([0x1A, 0x45, 0xDF, 0xA3])
      }
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
      !bytes.contains(0) && (try? UTF8Span(validating: bytes.span)) != nil
    }

    static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
      String(decoding: bytes, as: UTF8.self).lowercased().contains(text)
    }
  }

  private static let kinds: [String: Kind] = [
    "jpg": .jpeg, "jpeg": .jpeg, "png": .png, "gif": .gif, "webp": .webp, "avif": .avif,
    "svg": .drawing, "pdf": .pdf, "odt": .archive, "ods": .archive, "odp": .archive,
    "docx": .archive, "xlsx": .archive, "pptx": .archive, "epub": .archive, "zip": .archive,
    "csv": .text, "txt": .text, "ics": .text, "mp3": .sound, "mp4": .film, "webm": .webm,
  ]

  /// Whether a drawing could act: it may be opened by itself, out of the page that shows it.
  private static func holdsScript(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return text.contains("<script") || text.contains("javascript:")
      || text.contains("<foreignobject") || text.contains(/[\s"'\/]on[a-z]+\s*=/)
  }
}
