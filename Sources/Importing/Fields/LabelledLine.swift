import TextEncoding

/// A line `Label : value`, its label in bold or not.
struct LabelledLine {
  let label: String
  let value: String

  init?(_ line: String) {
    guard line.utf8.count <= 2_000,
      let match = line.trimmed.wholeMatch(
        of:
          /(?:[-*+][ ]+)?(?:\*\*|__)?([^:|*_`\[\]<>#]{1,60})(?:\*\*|__)?[\s\u{A0}\u{202F}]*:(?:\*\*|__)?\s+(.+)/
      )
    else { return nil }
    label = String(match.1).trimmed
    value = String(match.2).trimmed
  }
}
