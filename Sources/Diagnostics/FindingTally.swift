/// How many findings of each kind a sheet has, of which the first are told and the others counted: nobody
/// reads more, and memory is bounded.
public struct FindingTally: Sendable {
  /// The most findings of one id that are reported of one sheet.
  public static let maxTold = 1_000

  private struct Kind: Hashable {
    let path: String
    let id: String
  }

  private struct Count {
    var found = 0
    /// The first that is not told.
    var next: Diagnostic?
  }

  private var counts: [Kind: Count] = [:]
  private var isOver = false

  /// Creates a tally without any finding.
  public init() {}

  /// Counts a finding; returns whether it is one of those that are told.
  public mutating func admits(_ diagnostic: Diagnostic) -> Bool {
    let kind = Kind(path: diagnostic.location.path, id: diagnostic.id)
    counts[kind, default: Count()].found += 1
    guard let found = counts[kind]?.found, found > Self.maxTold else { return true }
    isOver = true
    if found == Self.maxTold + 1 { counts[kind]?.next = diagnostic }
    return false
  }

  /// A finding that says how many others there are, for each kind that has too many.
  public var remainders: [Diagnostic] {
    guard isOver else { return [] }
    return counts.values.compactMap { count in
      count.next.map { Diagnostic.more(count.found - Self.maxTold, like: $0) }
    }.sortedByLocation()
  }
}

extension Sequence<Diagnostic> {
  /// Returns the findings, of which those past the bound of their kind and sheet are only counted.
  public func bounded() -> [Diagnostic] {
    var tally = FindingTally()
    let told = filter { tally.admits($0) }
    return told + tally.remainders
  }
}

extension Diagnostic {
  /// Findings that are counted and not told, from the place of the first of them on.
  fileprivate static func more(_ count: Int, like first: Diagnostic) -> Diagnostic {
    Diagnostic(
      first.severity, id: "findings.more", at: first.location,
      LocalizedText(
        fr: "… et \(count) autres « \(first.id) » dans ce fichier à partir d’ici, non listés",
        en: "… and \(count) more “\(first.id)” in this file from here on, not listed"),
      expected: LocalizedText(
        fr: "ceux d’avant corrigés d’abord", en: "those before them mended first"))
  }
}
