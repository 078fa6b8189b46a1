import Diagnostics
import TextEncoding

/// The title of a page, to know the heading that says it.
struct PageTitle {
  private let words: String
  private let path: String
  private let line: Int?
  /// Whether no heading of level 1 has been seen yet.
  private var isAwaited = true

  /// Returns the title that a source gives to its page.
  init?(of source: MarkdownSource) {
    guard let title = source.title else { return nil }
    words = title.words
    path = source.path
    line = title.line
  }

  /// Whether a heading of level 1 is the title: it stands where the title was read, or is the first one and
  /// has the same words.
  mutating func isSaid(by text: String, at location: SourceLocation) -> Bool {
    defer { isAwaited = false }
    if stands(at: location) { return true }
    return isAwaited && Self.key(of: text) == Self.key(of: words)
  }

  /// Whether the title was read from what stands at a place: a heading of any level.
  func stands(at location: SourceLocation) -> Bool {
    line != nil && location.path == path && location.position?.line == line
  }

  /// What two titles have in common that differ by their spaces, signs and accents alone.
  private static func key(of title: String) -> String {
    let key = Slug.make(from: title)
    return key.isEmpty ? title.trimmed : key
  }
}

extension DocumentWriter {
  /// Takes the title of the page out of a block of HTML that gives it, `<h1>Title</h1>`.
  mutating func takeTitle(outOf node: SyntaxNode) {
    guard options.additions, options.dropsLeadingTitle, title != nil,
      let heading = HTMLHeading(node.literal)
    else { return }
    let location = source.location(line: node.startLine)
    guard title?.isSaid(by: heading.words, at: location) == true else { return }
    document.leadingTitle = typeset(heading.words)
    let html = node.literal
    let rest = Array(html[..<heading.range.lowerBound]) + Array(html[heading.range.upperBound...])
    node.replaceLiteral(with: String(decoding: rest, as: UTF8.self))
  }
}

/// A heading of level 1 in a block of HTML.
private struct HTMLHeading {
  let words: String
  let range: Range<Int>

  /// Finds the first one of a block.
  init?(_ html: UnsafeBufferPointer<UInt8>) {
    guard html.count < 1 << 16 else { return nil }
    var (start, words): (Int?, [UInt8]) = (nil, [])
    for piece in HTMLPiece.all(in: html) {
      switch piece {
      case .tag(let tag) where tag.name == "h1" && !tag.isEnd: start = start ?? tag.range.lowerBound
      case .tag(let tag) where tag.name == "h1":
        guard let start else { return nil }
        range = start..<tag.range.upperBound
        self.words = String(decoding: words, as: UTF8.self).trimmed
        return
      case .tag(let tag) where tag.name == "br": words.append(0x20)
      case .text(let range) where start != nil:
        words += Array(HTMLEntities.decode(html[range]).utf8)
      default: break
      }
    }
    return nil
  }
}
