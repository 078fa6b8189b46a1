import Diagnostics

/// How much of its findings a command shows to people.
struct ReportLength: Sendable {
  /// How many findings of one cause are enough to understand it.
  let ofACause: Int
  /// How many lines may be written.
  let lines: Int
  /// Whether findings that are few stay in the order of the files.
  let keepsOrderOfFew: Bool
  /// What shows the others.
  let command: LocalizedText

  /// A build says what keeps it from publishing, on 60 lines, its two closing ones included.
  static let build = ReportLength(
    ofACause: 5, lines: 58, keepsOrderOfFew: true,
    command: LocalizedText(fr: "« archipel check --all »", en: "“archipel check --all”"))

  /// A check shows some findings of each cause.
  static let check = ReportLength(
    ofACause: 5, lines: .max, keepsOrderOfFew: false,
    command: LocalizedText(fr: "« --all »", en: "“--all”"))

  /// Each finding.
  static let whole = ReportLength(
    ofACause: .max, lines: .max, keepsOrderOfFew: false, command: check.command)
}
