/// What Logseq keeps in the text for itself: the properties of blocks, and when somebody worked on them.
extension DialectReader {
  private static let hiddenKeys: Set<Substring> = [
    "background-color", "collapsed", "created-at", "heading", "id", "ls-type", "updated-at",
  ]
  private static let hiddenStarts = ["card-", "hl-", "logseq.", "query-"]

  /// Leaves out a line such as `id:: 64b0c0e2-…`, and what is between `:LOGBOOK:` and `:END:`.
  ///
  /// No line takes its place: an empty one would part the items of a list.
  mutating func readProperty(_ line: DialectLine) -> Bool {
    guard dialects.contains(.comments), let first = line.content.first else { return false }
    if first == UInt8(ascii: ":") {
      guard [":LOGBOOK:", ":logbook:", ":PROPERTIES:"].contains(line.words),
        let end = endOfBlock(":end:", where: { $0.lowercased().hasPrefix(":end:") })
      else { return false }
      while next <= end, takeLine() != nil {}
      return true
    }
    guard (0x61...0x7A).contains(first) else { return false }
    let words = String(decoding: line.content.prefix(80), as: UTF8.self)
    guard let colons = words.index(of: "::") else { return false }
    let key = words[..<colons]
    let rest = words[colons...].dropFirst(2)
    return (rest.isEmpty || rest.first == " ")
      && (Self.hiddenKeys.contains(key) || Self.hiddenStarts.contains(where: key.hasPrefix))
  }
}
