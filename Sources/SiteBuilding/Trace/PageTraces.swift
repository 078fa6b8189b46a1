import Diagnostics

/// What the files of a site were made from, so that those that nothing has changed for need not be
/// made again.
struct PageTraces: Sendable {
  /// The digest of the configuration, the types, the vocabularies and the data.
  let declarations: String
  /// Stands for the files of the theme.
  let theme: UInt64
  let fingerprints: SiteFingerprints
  /// The files that were made, by path.
  let files: [String: PageTrace]
}

/// What one file was made from.
struct PageTrace: Sendable {
  /// What kind of file it was.
  let kind: Int
  /// The parts of the site that were read, as ``SiteRead/bits``.
  let reads: [UInt32]
  /// What is wrong with it.
  let diagnostics: [Diagnostic]
}

/// Which parts of a site have changed since its files were made.
struct ChangedParts: Sendable {
  private let traces: PageTraces
  /// The place that each element has now, by aspect; nothing when it is gone or has changed.
  private let places: [[Int?]]

  /// Compares a site with what it was; nothing when everything must be made again.
  init?(
    _ traces: PageTraces?, _ fingerprints: SiteFingerprints, declarations: String, theme: UInt64
  ) {
    guard let traces, traces.declarations == declarations, traces.theme == theme else { return nil }
    self.traces = traces
    let last = traces.fingerprints
    places = SiteRead.Aspect.allCases.map { aspect in
      let number = Int(aspect.rawValue)
      let (old, new) = (last.values[number], fingerprints.values[number])
      guard let keys = last.keys(of: aspect), let newKeys = fingerprints.keys(of: aspect),
        keys != newKeys
      else {
        return old.indices.map { $0 < new.count && old[$0] == new[$0] ? $0 : nil }
      }
      let places = Dictionary(zip(newKeys, newKeys.indices)) { first, _ in first }
      return zip(keys, old).map { key, value in
        places[key].flatMap { new[$0] == value ? $0 : nil }
      }
    }
  }

  /// Returns the trace of a file with the places that its reads have now; nothing when one of them
  /// has changed, or when the file was of another kind or not made.
  func trace(of path: String, kind: Int) -> PageTrace? {
    guard let trace = traces.files[path], trace.kind == kind else { return nil }
    var reads: [UInt32] = []
    reads.reserveCapacity(trace.reads.count)
    for bits in trace.reads {
      guard let read = SiteRead(bits: bits), let place = place(of: read) else { return nil }
      reads.append(SiteRead(read.aspect, place).bits)
    }
    return PageTrace(kind: kind, reads: reads, diagnostics: trace.diagnostics)
  }

  /// Returns whether a part, as it was numbered then, is no longer the same.
  func hasChanged(_ read: SiteRead) -> Bool { place(of: read) == nil }

  private func place(of read: SiteRead) -> Int? {
    let places = places[Int(read.aspect.rawValue)]
    return places.indices.contains(read.element) ? places[read.element] : nil
  }
}
