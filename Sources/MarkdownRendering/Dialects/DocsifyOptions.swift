/// What docsify has in the place of the title of a link or an image: `':ignore'`, `':size=300'`.
enum DocsifyOptions {
  private static let names: Set<Substring> = [
    "ignore", "include", "size", "class", "id", "target", "disabled", "no-zoom", "type",
    "crossorgin",
    "fragment",
  ]

  /// Whether a title is made of such options alone, and says nothing to a reader.
  static func areAll(of title: UnsafeBufferPointer<UInt8>) -> Bool {
    guard title.first == UInt8(ascii: ":") else { return false }
    return String(decoding: title, as: UTF8.self).split(separator: " ").allSatisfy {
      $0.first == ":" && names.contains($0.dropFirst().prefix { $0 != "=" })
    }
  }
}

extension UnsafeBufferPointer {
  static var empty: UnsafeBufferPointer { UnsafeBufferPointer(start: nil, count: 0) }
}
