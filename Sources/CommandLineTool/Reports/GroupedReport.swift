import Diagnostics

/// The findings of a check by their cause, the gravest first, and the cause to begin with.
struct GroupedReport {
  /// The findings of one cause.
  private struct Group {
    let id: String
    let severity: Severity
    let findings: [Diagnostic]
  }

  private let groups: [Group]
  /// How many remarks wait for the errors to be mended.
  private let heldBack: Int
  private let limit: Int
  private let language: MessageLanguage

  /// Groups findings.
  ///
  /// Remarks wait where there are errors: they would hide these, and what a sheet says that cannot be
  /// read is missing to them.
  ///
  /// - Parameter limit: How many of one cause are shown; all findings when it is the largest number.
  init(_ all: [Diagnostic], limit: Int, language: MessageLanguage) {
    let isHoldingBack = limit < .max && all.contains { $0.severity == .error }
    let findings = isHoldingBack ? all.filter { $0.severity != .remark } : all
    heldBack = all.count - findings.count
    let byCause = Dictionary(grouping: findings) { [$0.severity.rawValue, $0.id] }
    groups = byCause.values.compactMap { findings in
      findings.first.map { Group(id: $0.id, severity: $0.severity, findings: findings) }
    }.sorted { left, right in
      (left.severity.rank, -left.findings.count, left.id)
        < (right.severity.rank, -right.findings.count, right.id)
    }
    self.limit = limit
    self.language = language
  }

  /// Returns the report for people.
  ///
  /// - Parameter format: Writes findings one after the other.
  func text(_ format: ([Diagnostic]) -> String) -> String {
    let parts = groups.map { text(of: $0, format) }
    return (parts + [advice, rest].compactMap(\.self)).joined(separator: "\n")
  }

  /// What is said of the remarks that wait.
  private var rest: String? {
    guard heldBack > 0 else { return nil }
    let noun = Severity.remark.noun(heldBack)
    return LocalizedText(
      fr: "\(heldBack) \(noun.french), à lire ensuite : « --all » montre tout\n",
      en: "\(heldBack) \(noun.english), to read next: “--all” shows everything\n"
    ).text(in: language)
  }

  private func text(of group: Group, _ format: ([Diagnostic]) -> String) -> String {
    let shown = format(Array(group.findings.prefix(limit)))
    let count = group.findings.count
    guard count > 1 else { return shown }
    let files = Set(group.findings.map(\.location.path)).count
    let (noun, place) = (group.severity.noun(count), LocalizedText.files(files))
    let heading = LocalizedText(
      fr: "\(count) \(noun.french) [\(group.id)] dans \(place.french)",
      en: "\(count) \(noun.english) [\(group.id)] in \(place.english)")
    let more = count - limit
    let rest = LocalizedText(
      fr: "  … et \(more) de plus : « --all » montre tout\n",
      en: "  … and \(more) more: “--all” shows everything\n")
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
