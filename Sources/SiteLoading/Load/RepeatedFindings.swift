import Diagnostics

/// What sheets that nobody has written for Archipel say again and again: the first finding is told with
/// its count, and the others are remarks, so that they hide nothing else.
struct RepeatedFindings {
  /// The findings that come back in a folder of another tool, sheet after sheet.
  private static let causes: Set<String> = [
    "privacy.email", "privacy.more", "privacy.phone", "translation.kept",
  ]

  private struct Kind: Hashable {
    let id: String
    let language: String?
  }

  private var findings: [Diagnostic] = []
  private var places: [Kind: [Int]] = [:]

  /// Adds what is said of a sheet.
  ///
  /// - Parameter language: The language that the path of the sheet says.
  mutating func add(_ diagnostics: [Diagnostic], language: String?) {
    for diagnostic in diagnostics {
      if Self.causes.contains(diagnostic.id), diagnostic.severity == .warning {
        places[Kind(id: diagnostic.id, language: language), default: []].append(findings.count)
      }
      findings.append(diagnostic)
    }
  }

  /// All that was said.
  var told: [Diagnostic] {
    var told = findings
    for (_, places) in places {
      guard let first = places.first, places.count > 1 else { continue }
      told[first] = told[first].counted(places.count - 1)
      for place in places.dropFirst() { told[place].severity = .remark }
    }
    return told
  }
}

extension Diagnostic {
  /// The finding with the number of those like it.
  fileprivate func counted(_ others: Int) -> Diagnostic {
    Diagnostic(
      severity, id: id, at: location,
      LocalizedText(
        fr: message.french + (others == 1 ? ", et 1 autre cas" : ", et \(others) autres cas"),
        en: message.english + (others == 1 ? ", and 1 other case" : ", and \(others) other cases")),
      expected: expected, suggestion: suggestion)
  }
}
