import TextEncoding

/// The heading that is the title of a text whose front matter gives none.
///
/// It is the first heading of level 1 when readers see nothing before it, or else the only one, below no
/// paragraph: a note, a list or code may come before a title, prose does not. The text is
/// read line by line, and no further than to the title: the renderer, which reads it as Markdown, leaves
/// out of the page the heading that stands there, and no other.
struct TitleHeading {
  /// What it says.
  let words: String
  /// The line of the text on which it starts, from 0.
  let line: Int

  /// Finds the title of a text; nil where no heading is it.
  ///
  /// - Complexity: O(*n*) in the length of the text up to the title.
  init?(of text: ArraySlice<UInt8>) {
    var scanner = TitleScanner(text)
    guard let title = scanner.title() else { return nil }
    self = title
  }

  /// Finds the first heading of a text, of whatever level; nil when it has other words than a title.
  ///
  /// - Complexity: O(*n*) in the length of the text up to the heading.
  init?(first title: String, of text: ArraySlice<UInt8>) {
    var scanner = TitleScanner(text, ofAnyLevel: true)
    guard let heading = scanner.title(), Slug.make(from: heading.words) == Slug.make(from: title)
    else { return nil }
    self = heading
  }

  init?(_ line: some Sequence<UInt8>, at number: Int) {
    let written = String(decoding: Array(line), as: UTF8.self).trimmed
    words = InlineText.words(ofHeading: HeadingMarks.removed(from: written))
    self.line = number
    if words.isEmpty { return nil }
  }
}
