import TextEncoding
package import Theming

/// Text as HTML, for the few places that no template writes, and the words of HTML.
package enum HTMLText {
  /// Returns a text with the characters that mean something in HTML escaped.
  package static func escape(_ text: String) -> [UInt8] {
    var escaped: [UInt8] = []
    HTMLEscaping.append(text, to: &escaped)
    return escaped
  }

  /// Returns the words that HTML shows, which Archipel has made: every `<` in it starts a tag.
  package static func words(of html: [UInt8]) -> String {
    var words: [UInt8] = []
    var isTag = false
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">") where isTag: isTag = false
      case _ where isTag: break
      default: words.append(byte)
      }
    }
    return HTMLEntities.decode(String(decoding: words, as: UTF8.self))
  }

  /// Returns a body marked as being in another language than its page.
  package static func inLanguage(_ language: String, _ html: [UInt8]) -> [UInt8] {
    Array("<div lang=\"".utf8) + escape(language) + Array("\">\n".utf8) + html
      + Array("</div>\n".utf8)
  }

  /// Returns a phrase marked as being in another language than its page.
  package static func inLanguage(_ language: String, phrase: [UInt8]) -> [UInt8] {
    Array("<span lang=\"".utf8) + escape(language) + Array("\">".utf8) + phrase
      + Array("</span>".utf8)
  }

  /// Returns a link; the text alone when there is nothing to lead to.
  ///
  /// - Parameter hreflang: The language of the page that it leads to, when it is another.
  package static func link(to url: String?, hreflang: String? = nil, _ text: TemplateValue)
    -> [UInt8]
  {
    guard let url else { return markup(of: text) }
    var html = Array("<a href=\"".utf8) + escape(url)
    if let hreflang { html += Array("\" hreflang=\"".utf8) + escape(hreflang) }
    return html + Array("\">".utf8) + markup(of: text) + Array("</a>".utf8)
  }

  /// Returns what a value shows.
  package static func markup(of value: TemplateValue) -> [UInt8] {
    switch value {
    case .text(let text): escape(text)
    case .html(let html): html
    default: []
    }
  }

  /// Returns texts with a comma between two; what is not a text is left out.
  package static func joined(_ values: [TemplateValue]) -> TemplateValue {
    let plain = values.compactMap { value in
      if case .text(let text) = value { text } else { nil as String? }
    }
    if plain.count == values.count { return .text(plain.joined(separator: ", ")) }
    return .html(Array(values.map(markup).filter { !$0.isEmpty }.joined(separator: ", ".utf8)))
  }
}
