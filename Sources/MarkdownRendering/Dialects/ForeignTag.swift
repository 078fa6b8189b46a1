/// Syntax that another tool replaces before it reads Markdown, and that the page shows as it is.
enum ForeignTag: Hashable {
  /// `{% … %}`: Jekyll, Eleventy, Nunjucks, GitBook.
  case template
  /// `{{ … }}`: the same, and Vue.
  case value
  /// `{{< … >}}`: Hugo.
  case shortcode
  /// `{{#include}}`, `--8<--`, `{!…!}`: the text of another file, where it is not read.
  case include
  /// `<<< @/`: the same, which is not read.
  case codeImport
  /// `import X from './x'`: MDX.
  case moduleImport
  /// A block of another tool that is not read.
  case block
  /// A diagram of Mermaid.
  case diagram
  /// A formula.
  case formula

  /// Whether a text may hold tags.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    DialectSigns.has("{", in: text)
      || DialectSigns.isAtLineStart(of: text) { line in
        ForeignTag(startOfLine: line) != nil
      }
  }

  /// Finds the first tag of a text.
  static func first(
    in text: UnsafeBufferPointer<UInt8>, startsLine: Bool
  ) -> (tag: ForeignTag, offset: Int)? {
    if startsLine, let tag = ForeignTag(startOfLine: text[...]) { return (tag, 0) }
    var index = 0
    while index + 1 < text.count {
      if text[index] == UInt8(ascii: "{") {
        switch text[index + 1] {
        case UInt8(ascii: "%"): return (.template, index)
        case UInt8(ascii: "!"): return (.include, index)
        case UInt8(ascii: "{"): return (ForeignTag(braces: text.dropFirst(index + 2)), index)
        default: break
        }
      }
      index += 1
    }
    return nil
  }

  /// Finds the tag that a line is.
  init?(startOfLine line: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let first = line.first, Self.lineSigns.contains(first) else { return nil }
    if line.starts(with: "<<< ".utf8) {
      self = .codeImport
    } else if line.starts(with: "--8<--".utf8) || line.starts(with: "{!".utf8)
      || line.starts(with: "{{#include ".utf8) || line.starts(with: "{{#rustdoc_include ".utf8)
      || line.starts(with: "{{#playground ".utf8)
    {
      self = .include
    } else if line.starts(with: "import ".utf8) || line.starts(with: "export ".utf8) {
      let words = String(decoding: line.prefix(200), as: UTF8.self)
      guard
        words.contains(" from '") || words.contains(" from \"") || words.hasPrefix("import '")
          || words.hasPrefix("import \"") || words.hasPrefix("export const ")
      else { return nil }
      self = .moduleImport
    } else if line.starts(with: ":::".utf8) || line.starts(with: "!!! ".utf8)
      || line.starts(with: "??? ".utf8)
    {
      self = .block
    } else {
      return nil
    }
  }

  /// What the tags that are lines start with.
  private static let lineSigns = Array("-<{ie:!?".utf8)

  private init(braces text: Slice<UnsafeBufferPointer<UInt8>>) {
    switch text.first {
    case UInt8(ascii: "<"), UInt8(ascii: "%"): self = .shortcode
    case UInt8(ascii: "#"):
      let isInclude = ["#include ", "#rustdoc_include ", "#playground "]
        .contains { text.starts(with: $0.utf8) }
      self = isInclude ? .include : .value
    default: self = .value
    }
  }
}
