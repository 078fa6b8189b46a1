/// Writes text and addresses into HTML and XML: between tags, and in attributes between quotes.
package enum HTMLEscaping {
  /// Which characters of a text are not written as they are, beside `& < > "`.
  package enum Form: Sendable {
    /// No others, as libcmark-gfm writes HTML: attributes stand between double quotes.
    case html
    /// The apostrophe too, for attributes that stand between single quotes.
    case anyQuotes
    /// The ``ControlCharacters`` are left out, most of which XML 1.0 cannot hold.
    case xml
  }

  /// Appends a text in UTF-8, the characters that mean something in markup as references.
  ///
  /// - Complexity: O(*n*)
  package static func append(
    _ text: UnsafeBufferPointer<UInt8>, as form: Form = .html, to output: inout [UInt8]
  ) {
    var start = 0
    var index = firstSign(of: text, from: 0, form)
    while index < text.count {
      let found = replacement(at: index, of: text, form)
      if let (reference, length) = found {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        output.append(reference)
        start = index + length
      }
      index = firstSign(of: text, from: index + (found?.length ?? 1), form)
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Returns the index of the first byte that a form may write as a reference or leave out, from an index
  /// on; the length of the text when all bytes stay as they are.
  @inline(__always)
  private static func firstSign(
    of text: UnsafeBufferPointer<UInt8>, from start: Int, _ form: Form
  ) -> Int {
    text.indexOrEnd(from: start) { eight in
      let markup =
        eight.equal(to: UInt8(ascii: "&")) | eight.equal(to: UInt8(ascii: "<"))
        | eight.equal(to: UInt8(ascii: ">")) | eight.equal(to: UInt8(ascii: "\""))
      return switch form {
      case .html: markup
      case .anyQuotes: markup | eight.equal(to: UInt8(ascii: "'"))
      case .xml: markup | eight.controls | eight.equal(to: 0xEF)
      }
    }
  }

  /// Appends a text, the characters that mean something in markup as references.
  package static func append(
    _ text: String, as form: Form = .html, to output: inout [UInt8]
  ) {
    var text = text
    text.withUTF8 { append($0, as: form, to: &output) }
  }

  /// Returns a text with the characters that mean something in HTML as references.
  package static func escape(_ text: String) -> String {
    var output: [UInt8] = []
    append(text, as: .anyQuotes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends text of HTML, whose references stay, `< >` written as entities.
  package static func appendMarkup(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]
  ) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): output.append("&lt;")
      case UInt8(ascii: ">"): output.append("&gt;")
      default: output.append(byte)
      }
    }
  }

  /// Appends an address for an attribute, percent-encoding what an address cannot hold.
  package static func appendAddress(
    _ address: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) {
    for byte in address {
      switch byte {
      case UInt8(ascii: "&"): output.append("&amp;")
      case UInt8(ascii: "'"): output.append("&#x27;")
      case _ where isAddressByte(byte): output.append(byte)
      default: PercentEncoding.append(byte, to: &output)
      }
    }
  }

  /// Appends an address for an attribute, percent-encoding what an address cannot hold.
  package static func appendAddress(_ address: String, to output: inout [UInt8]) {
    var address = address
    address.withUTF8 { appendAddress($0, to: &output) }
  }

  /// Returns the reference of a character that HTML cannot hold as it is.
  @inline(__always)
  package static func entity(of byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// Returns what is written for the character at an index, and its length; nil when it stays.
  @inline(__always)
  private static func replacement(
    at index: Int, of text: UnsafeBufferPointer<UInt8>, _ form: Form
  ) -> (StaticString, length: Int)? {
    let byte = text[index]
    if let entity = entity(of: byte) { return (entity, 1) }
    switch form {
    case .html: return nil
    case .anyQuotes: return byte == UInt8(ascii: "'") ? ("&#39;", 1) : nil
    case .xml: return ControlCharacters.length(at: index, of: text).map { ("", $0) }
    }
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "#")...UInt8(ascii: "%"), UInt8(ascii: "(")...UInt8(ascii: "/"),
      UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
      UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
