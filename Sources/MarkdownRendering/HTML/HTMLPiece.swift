/// A piece of HTML: text between tags, a tag, or what no page shows.
enum HTMLPiece {
  case text(Range<Int>)
  case tag(HTMLTag)
  /// A comment, a declaration, or what is inside a script or a style sheet.
  case unseen(Range<Int>)

  /// The elements whose content is no text for people.
  private static let unseenElements: Set<String> = [
    "script", "style", "template", "noscript", "iframe", "noembed", "noframes", "object", "svg",
    "math", "title", "textarea", "select",
  ]

  /// Those that no page shows a word of, in a line of text as well.
  static let programs: Set<String> = ["script", "style", "template"]

  /// Cuts HTML into its pieces, in order.
  ///
  /// - Complexity: O(*n*) in its length.
  static func all(in html: UnsafeBufferPointer<UInt8>) -> [HTMLPiece] {
    var pieces: [HTMLPiece] = []
    var (index, written) = (0, 0)
    // An end that was looked for in vain is not looked for again.
    var missing: Set<String> = []
    func next(_ end: String, from start: Int) -> Int? {
      if missing.contains(end) { return nil }
      if let found = find(end, in: html, from: start) { return found }
      missing.insert(end)
      return nil
    }
    func add(_ piece: HTMLPiece, from start: Int, to end: Int) {
      if written < start { pieces.append(.text(written..<start)) }
      pieces.append(piece)
      (index, written) = (end, end)
    }
    while index < html.count {
      guard html[index] == UInt8(ascii: "<"), index + 1 < html.count else {
        index += 1
        continue
      }
      let start = index
      let sign = html[index + 1]
      if sign == UInt8(ascii: "!") || sign == UInt8(ascii: "?") {
        let end = html[index...].starts(with: "<!--".utf8) ? "-->" : ">"
        // `<!-->` is a whole comment.
        let close = next(end, from: index + (end == "-->" ? 2 : 1)) ?? html.count
        add(.unseen(start..<close), from: start, to: close)
      } else if let tag = HTMLTag(html, at: index) {
        add(.tag(tag), from: start, to: tag.range.upperBound)
        if !tag.isEnd, unseenElements.contains(tag.name),
          let close = next("</" + tag.name, from: index).map({ $0 - tag.name.utf8.count - 2 }),
          close > index
        {
          add(.unseen(index..<close), from: index, to: close)
        }
      } else if startsTag(html, at: index) {
        // No tag ends here any more: what follows is text.
        break
      } else {
        index += 1
      }
    }
    if written < html.count { pieces.append(.text(written..<html.count)) }
    return pieces
  }

  private static func startsTag(_ html: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let rest = html[(index + 1)...]
    let first = rest.first == UInt8(ascii: "/") ? rest.dropFirst().first : rest.first
    return first.map { ($0 | 32) >= UInt8(ascii: "a") && ($0 | 32) <= UInt8(ascii: "z") } ?? false
  }

  /// Returns where a mark ends, the letter case aside.
  static func find(
    _ mark: String, in html: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    let mark = Array(mark.utf8)
    var index = start
    while index + mark.count <= html.count {
      var matched = 0
      while matched < mark.count, lowercased(html[index + matched]) == mark[matched] {
        matched += 1
      }
      if matched == mark.count { return index + matched }
      index += 1
    }
    return nil
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 32 : byte
  }
}
