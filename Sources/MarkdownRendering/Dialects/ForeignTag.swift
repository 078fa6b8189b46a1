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
  /// A table drawn with `+---+` whose cells span others.
  case grid
  /// `key:: value`: Logseq, Dataview.
  case property
  /// `((64b0c0e2-…))`: a block of another page, in Logseq.
  case blockReference
  /// `@fig:plan`, `[@dupont2020]`: Pandoc and Quarto.
  case citation
  /// `<% … %>`: Templater of Obsidian, and templates of Ruby and JavaScript.
  case program
  /// `{--words--}`, `{>>words<<}`: CriticMarkup.
  case revision
  /// A list that an extension of Obsidian makes: a fence of `dataview`.
  case query

  /// Whether a text may hold tags.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    DialectSigns.has("{", in: text) || DialectSigns.has("@", in: text)
      || mayBeProgram(in: text)
      || DialectSigns.hasProperties(text) || DialectSigns.hasPair("(", in: text)
      || DialectSigns.isAtLineStart(of: text) { line in
        ForeignTag(startOfLine: line) != nil
      }
  }

  private static func mayBeProgram(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 1
    while let percent = DialectSigns.index(of: UInt8(ascii: "%"), in: text, from: start) {
      if text[percent - 1] == UInt8(ascii: "<") { return true }
      start = percent + 1
    }
    return false
  }

  /// Finds the first tag of a text, besides those of known kinds.
  static func first(
    in text: UnsafeBufferPointer<UInt8>, startsLine: Bool, besides known: Set<ForeignTag>
  ) -> (tag: ForeignTag, offset: Int)? {
    if startsLine {
      let tag = ForeignTag(startOfLine: text[...]) ?? (isProperty(text) ? .property : nil)
      if let tag, !known.contains(tag) { return (tag, 0) }
    }
    var index = 0
    while index + 1 < text.count {
      if let tag = tag(at: index, of: text) {
        if !known.contains(tag) { return (tag, index) }
        // The second brace opens no tag of its own.
        if text[index + 1] == UInt8(ascii: "{") { index += 1 }
      }
      index += 1
    }
    return nil
  }

  private static func tag(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> ForeignTag? {
    switch text[index] {
    case UInt8(ascii: "{"):
      switch text[index + 1] {
      case UInt8(ascii: "%"): .template
      case UInt8(ascii: "!"): .include
      case UInt8(ascii: "{"): ForeignTag(braces: text.dropFirst(index + 2))
      case UInt8(ascii: "-"), UInt8(ascii: ">"): isRevision(text[index...]) ? .revision : nil
      default: nil
      }
    case UInt8(ascii: "<"):
      text[index + 1] == UInt8(ascii: "%") && has("%>", near: text[index...]) ? .program : nil
    case UInt8(ascii: "("): isBlockReference(text[index...]) ? .blockReference : nil
    case UInt8(ascii: "@"): isCitation(text, at: index) ? .citation : nil
    default: nil
    }
  }

  /// Whether a text starts with `{--words--}` or `{>>words<<}`.
  private static func isRevision(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    text.starts(with: "{--".utf8) && has("--}", near: text.dropFirst(3))
      || text.starts(with: "{>>".utf8) && has("<<}", near: text.dropFirst(3))
  }

  /// Whether some signs, the last of which is rare, stand in the first bytes of a text.
  private static func has(_ signs: String, near text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = UnsafeBufferPointer(rebasing: text.prefix(200))
    var start = signs.utf8.count - 1
    guard let last = signs.utf8.last else { return false }
    while let place = DialectSigns.index(of: last, in: text, from: start) {
      if text[...place].suffix(signs.utf8.count).elementsEqual(signs.utf8) { return true }
      start = place + 1
    }
    return false
  }

  /// Whether a text starts with a word and two colons, and goes on.
  private static func isProperty(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let key = text.prefix(40).prefix {
      $0 >= 0x80 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
    }
    return key.count > 1 && text.dropFirst(key.count).starts(with: ":: ".utf8)
  }

  /// Whether a text starts with two brackets around the number of a block.
  private static func isBlockReference(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard text.starts(with: "((".utf8) else { return false }
    let number = text.dropFirst(2).prefix(36)
    return number.count == 36 && text.dropFirst(38).starts(with: "))".utf8)
      && number.allSatisfy {
        $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
      }
  }

  /// What the names of figures, tables and their like start with.
  private static let referredKinds = ["fig", "tbl", "eq", "sec", "lst", "thm"]

  /// Whether `@` calls a figure, or in brackets a work.
  private static func isCitation(_ text: UnsafeBufferPointer<UInt8>, at sign: Int) -> Bool {
    let name = text[(sign + 1)...].prefix(40).prefix {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":")
        || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
    }
    guard let first = name.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    let isLeft = sign > 0 && text[sign - 1] == UInt8(ascii: "-")
    let before = sign - (isLeft ? 2 : 1)
    if before >= 0, text[before] == UInt8(ascii: "[") { return true }
    guard before < 0 || text[before] <= 0x20 || "({".utf8.contains(text[before]) else {
      return false
    }
    return referredKinds.contains { kind in
      name.starts(with: kind.utf8) && name.count > kind.utf8.count + 1
        && ":-".utf8.contains(name[name.startIndex + kind.utf8.count])
    }
  }

  /// Finds the tag that a line is.
  init?(startOfLine line: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let first = line.first, Self.lineSigns.contains(first),
      let second = line.dropFirst().first, Self.secondLineSigns.contains(second)
    else { return nil }
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
          || words.hasPrefix("export function ") || words.hasPrefix("export default ")
      else { return nil }
      self = .moduleImport
    } else if line.starts(with: "+---".utf8),
      line.prefix(while: { $0 != 0x0A && $0 != 0x0D }).last == UInt8(ascii: "+")
    {
      self = .grid
    } else if line.starts(with: "#+BEGIN_".utf8) || line.starts(with: "#+begin_".utf8) {
      self = .block
    } else if line.starts(with: ":::".utf8) || line.starts(with: "!!! ".utf8)
      || line.starts(with: "??? ".utf8)
    {
      self = .block
    } else {
      return nil
    }
  }

  /// What the tags that are lines start with.
  private static let lineSigns = Array("-<{ie:!?#+".utf8)
  /// What follows these signs there; after most list marks and headings, another does.
  private static let secondLineSigns = Array("-<{mx:!?+".utf8)

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
