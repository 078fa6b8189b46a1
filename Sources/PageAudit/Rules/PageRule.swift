/// Something that every page must hold to.
protocol PageRule: Sendable {
  /// Looks for what breaks the rule in a page.
  static func check(_ page: PageMarkup, reporting findings: inout [Finding])
}
