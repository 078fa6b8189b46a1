/// Something of which a text has so much that reading it would hold the machine.
enum ParsingExcess: Equatable {
  /// Lists, quotations and notes in one another.
  case nesting(limit: Int)
  /// Lines that are not empty.
  case lines(limit: Int)
  /// Marks such as `*`, `[` or `<`.
  case marks(limit: Int)
  /// E-mail addresses and long addresses of the web, written one after the other.
  case addresses
  /// Columns of a table.
  case columns(limit: Int)
  /// Cells of tables, those that short rows leave out included.
  case cells(limit: Int)
  /// Lines of hyphens and bars in a paragraph, each of which may be that of a table.
  case delimiterRows
  /// `<?`, `<!` that nothing closes.
  case openTags
  /// References that write a long address again and again.
  case references
}
