import TextEncoding

/// A file that a page makes a browser load at once.
struct Subresource: Equatable {
  /// What a file is for.
  package enum Kind {
    case script
    case styleSheet
    case image
  }

  package let kind: Kind
  /// Its address as the page writes it.
  package let address: String

  /// Finds the files in the tags of a page, in one pass over its bytes.
  ///
  /// Templates are trusted to write attributes in double quotes; `check --output` reads pages with a
  /// parser.
  package static func all(in page: [UInt8], images: Bool) -> [Subresource] {
    page.withUnsafeBufferPointer { bytes in
      var files: [Subresource] = []
      var position = 0
      while let tag = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
        position = tag + 1
        guard let kind = kind(ofTag: bytes[position...]), images || kind != .image else { continue }
        let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
        let text = String(decoding: bytes[position..<end], as: UTF8.self)
        if let address = address(of: kind, in: text) {
          files.append(Subresource(kind: kind, address: address))
        }
        position = end
      }
      return files
    }
  }

  private static func kind(ofTag tag: Slice<UnsafeBufferPointer<UInt8>>) -> Kind? {
    switch tag.first {
    case UInt8(ascii: "l") where tag.starts(with: "link ".utf8): .styleSheet
    case UInt8(ascii: "s") where tag.starts(with: "script ".utf8): .script
    case UInt8(ascii: "i") where tag.starts(with: "img ".utf8): .image
    default: nil
    }
  }

  private static func address(of kind: Kind, in tag: String) -> String? {
    if kind == .styleSheet, value(of: "rel", in: tag) != "stylesheet" { return nil }
    return value(of: kind == .styleSheet ? "href" : "src", in: tag)
  }

  private static func value(of attribute: String, in tag: String) -> String? {
    guard let name = tag.firstRange(of: " \(attribute)=\"") else { return nil }
    return HTMLEntities.decode(String(tag[name.upperBound...].prefix { $0 != "\"" }))
  }
}
