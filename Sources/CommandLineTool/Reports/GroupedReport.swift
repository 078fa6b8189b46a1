import Diagnostics

/// The findings of a run by their cause, the gravest first, and the cause to begin with.
struct GroupedReport {
  /// The findings of one cause.
  private struct Group {
    let id: String
    let severity: Severity
    let findings: [Diagnostic]
  }

  private let findings: [Diagnostic]
  private let groups: [Group]
  /// How many remarks wait for the errors to be mended.
  private let heldBack: Int
  private let length: ReportLength
  private let language: MessageLanguage

  /// Groups findings.
  ///
  /// Remarks wait where there are errors: they would hide these, and what a sheet says that cannot be
  /// read is missing to them.
  init(_ all: [Diagnostic], _ length: ReportLength, language: MessageLanguage) {
    let isHoldingBack = length.ofACause < .max && all.contains { $0.severity == .error }
    findings = isHoldingBack ? all.filter { $0.severity != .remark } : all
    heldBack = all.count - findings.count
    let byCause = Dictionary(grouping: findings) { [$0.severity.rawValue, $0.id] }
    groups = byCause.values.compactMap { findings in
      findings.first.map { Group(id: $0.id, severity: $0.severity, findings: findings) }
    }.sorted { left, right in
      (left.severity.rank, -left.findings.count, left.id)
        < (right.severity.rank, -right.findings.count, right.id)
    }
    self.length = length
    self.language = language
  }

  /// Returns the report for people.
  ///
  /// - Parameter format: Writes each finding.
  func text(_ format: ([Diagnostic]) -> [String]) -> String {
    if length.keepsOrderOfFew, groups.allSatisfy({ $0.findings.count <= length.ofACause }) {
      let plain = format(findings).joined()
      if Self.lines(of: plain) <= length.lines { return plain }
    }
    let examples = groups.map { format(Array($0.findings.prefix(length.ofACause))) }
    let end = [advice, rest].compactMap(\.self)
    var shown = length.ofACause
    while true {
      let parts = zip(groups, examples).map { text(of: $0, $1.prefix(shown)) }
      let report = (parts + end).joined(separator: "\n")
      if Self.lines(of: report) <= length.lines { return report }
      guard shown > 1 else { return shortened(parts, end) }
      shown = min(shown, examples.map(\.count).max() ?? 1) - 1
    }
  }

  /// Returns the first causes, as many as there is room for, and the numbers of the others.
  private func shortened(_ parts: [String], _ end: [String]) -> String {
    var room = length.lines - end.reduce(0) { $0 + Self.lines(of: $1) + 1 } - 2
    var shown: [String] = []
    for part in parts {
      room -= Self.lines(of: part) + 1
      guard room >= 0 || shown.isEmpty else { break }
      shown.append(part)
    }
    let others = groups.dropFirst(shown.count).map { "\($0.findings.count) [\($0.id)]" }
    let line = LocalizedText(
      fr: "Et aussi : \(others.joined(separator: ", ")) ; \(length.command.french) montre tout\n",
      en:
        "And also: \(others.joined(separator: ", ")); \(length.command.english) shows everything\n")
    return (shown + (others.isEmpty ? [] : [line.text(in: language)]) + end)
      .joined(separator: "\n")
  }

  private static func lines(of text: String) -> Int {
    text.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  /// What is said of the remarks that wait.
  private var rest: String? {
    guard heldBack > 0 else { return nil }
    let noun = Severity.remark.noun(heldBack)
    return LocalizedText(
      fr: "\(heldBack) \(noun.french), à lire ensuite : \(length.command.french) montre tout\n",
      en: "\(heldBack) \(noun.english), to read next: \(length.command.english) shows everything\n"
    ).text(in: language)
  }

  private func text(of group: Group, _ examples: ArraySlice<String>) -> String {
    let shown = examples.joined()
    let count = group.findings.count
    guard count > 1 else { return shown }
    let files = Set(group.findings.map(\.location.path)).count
    let (noun, place) = (group.severity.noun(count), LocalizedText.files(files))
    let heading = LocalizedText(
      fr: "\(count) \(noun.french) [\(group.id)] dans \(place.french)",
      en: "\(count) \(noun.english) [\(group.id)] in \(place.english)")
    let more = count - examples.count
    let rest = LocalizedText(
      fr: "  … et \(more) de plus : \(length.command.french) montre tout\n",
      en: "  … and \(more) more: \(length.command.english) shows everything\n")
    return heading.text(in: language) + "\n" + shown + (more > 0 ? rest.text(in: language) : "")
  }

  /// The cause to begin with: of the gravest, what is found most often, and the message that comes
  /// back most in it.
  private var advice: String? {
    guard groups.count > 1, let first = groups.first, first.findings.count > 1 else {
      return nil
    }
    let (count, total) = (first.findings.count, groups.reduce(0) { $0 + $1.findings.count })
    var advice = LocalizedText(
      fr: "À corriger d’abord : [\(first.id)], \(count) des \(total) constats",
      en: "To fix first: [\(first.id)], \(count) of the \(total) findings")
    let repeated = Dictionary(grouping: first.findings, by: \.message).values
      .max {
        ($0.count, $1.first?.message.french ?? "") < ($1.count, $0.first?.message.french ?? "")
      }
    if let repeated, repeated.count > 1, let message = repeated.first?.message {
      let part =
        repeated.count < count
        ? LocalizedText(
          fr: ", dont \(repeated.count) fois", en: ", \(repeated.count) times")
        : LocalizedText(verbatim: "")
      advice = LocalizedText(
        fr: advice.french + part.french + " : " + message.french,
        en: advice.english + part.english + ": " + message.english)
    }
    return advice.text(in: language) + "\n"
  }
}

extension LocalizedText {
  fileprivate static func files(_ count: Int) -> LocalizedText {
    LocalizedText(
      fr: "\(count) fichier\(count > 1 ? "s" : "")", en: "\(count) file\(count == 1 ? "" : "s")")
  }
}

extension Severity {
  /// Its rank, the gravest first.
  fileprivate var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .remark: 2
    }
  }

  fileprivate func noun(_ count: Int) -> LocalizedText {
    let (french, english) =
      switch self {
      case .error: ("erreur", "error")
      case .warning: ("avertissement", "warning")
      case .remark: ("remarque", "remark")
      }
    return count == 1
      ? LocalizedText(fr: french, en: english) : LocalizedText(fr: french + "s", en: english + "s")
  }
}
