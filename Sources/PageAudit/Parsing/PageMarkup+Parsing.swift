extension PageMarkup {
  /// Reads a page; nothing is too wrong to be read.
  ///
  /// - Complexity: O(*n*) in its length.
  package init(parsing page: [UInt8]) { self = HTMLParser.parse(page) }
}
