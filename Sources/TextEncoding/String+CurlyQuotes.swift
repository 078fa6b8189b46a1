extension String {
  /// Whether the whole text is one quotation between curly quotes, which mark no text in YAML or TOML.
  package var isBetweenCurlyQuotes: Bool {
    guard count > 2, let first, let last, [["“", "”"], ["‘", "’"]].contains([first, last]) else {
      return false
    }
    return !dropFirst().dropLast().contains { $0 == first || $0 == last }
  }
}
