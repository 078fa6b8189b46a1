/// What a type's own skeleton says of one key: its line, the lines indented below it, and the comments
/// above it.
struct ArchetypeBlock {
  package let key: String
  /// Whether the key is in a comment, for the writer to take out of it.
  let isCommentedOut: Bool
  /// The comments above the key.
  package var remarks: [Substring]
  /// The lines of the value, the key's first.
  package var lines: [Substring]

  /// Cuts a skeleton into its keys, in their order.
  ///
  /// - Parameter keys: The keys that a comment may start with; other comments are remarks.
  package static func blocks(of skeleton: String, keys: Set<String>) -> [ArchetypeBlock] {
    var blocks: [ArchetypeBlock] = []
    var remarks: [Substring] = []
    for line in skeleton.split(separator: "\n") {
      let isComment = line.hasPrefix("#")
      let content = isComment ? line.dropFirst().drop { $0 == " " } : line
      let isIndented = line.hasPrefix(" ") || line.hasPrefix("#  ")
      if isIndented, remarks.isEmpty, let last = blocks.last,
        last.isCommentedOut == isComment
      {
        blocks[blocks.count - 1].lines.append(line)
      } else if let key = key(of: content), !isComment || keys.contains(key) {
        blocks.append(
          ArchetypeBlock(key: key, isCommentedOut: isComment, remarks: remarks, lines: [line]))
        remarks = []
      } else {
        remarks.append(line)
      }
    }
    return blocks
  }

  private static func key(of line: Substring) -> String? {
    guard let colon = line.firstIndex(of: ":"), !line.hasPrefix(" "), !line.hasPrefix("-")
    else { return nil }
    let key = line[..<colon]
    return key.contains(" ") || key.isEmpty ? nil : String(key)
  }
}
