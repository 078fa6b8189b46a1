import ByteCoding
import Diagnostics

/// What the files of a site were made from, so that those that nothing has changed for need not be
/// made again.
struct PageTraces: Sendable {
  /// The digest of the configuration, the types, the vocabularies and the data.
  let declarations: String
  /// Stands for the files of the theme.
  let theme: UInt64
  let fingerprints: SiteFingerprints
  /// The files that were made.
  let files: [(path: String, trace: PageTrace)]
  private let places: [String: Int]

  init(
    declarations: String, theme: UInt64, fingerprints: SiteFingerprints,
    files: [(path: String, trace: PageTrace)]
  ) {
    self.declarations = declarations
    self.theme = theme
    self.fingerprints = fingerprints
    self.files = files
    places = Dictionary(zip(files.lazy.map(\.path), files.indices)) { first, _ in first }
  }

  /// Returns what a file was made from; nothing when it was not made.
  subscript(path: String) -> PageTrace? { places[path].map { files[$0].trace } }
}

/// What one file was made from.
struct PageTrace: Sendable {
  /// The same, as it is kept: most are never looked at, but to see that nothing has changed.
  let bytes: ArraySlice<UInt8>

  init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// - Parameters:
  ///   - kind: What kind of file it was.
  ///   - reads: The parts of the site that were read, as ``SiteRead/bits``.
  ///   - diagnostics: What is wrong with it.
  init(kind: Int, reads: [UInt32], diagnostics: [Diagnostic]) {
    var writer = ByteWriter()
    writer.write(kind)
    writer.write(reads)
    writer.write(diagnostics) { $0.write($1) }
    bytes = writer.bytes[...]
  }

  /// What it says; nothing when it is damaged.
  var content: (kind: Int, reads: [UInt32], diagnostics: [Diagnostic])? {
    var reader = ByteReader(bytes)
    do {
      return (
        try reader.number(), try reader.numbers(),
        try reader.list { reader throws(DamagedBytes) in try reader.diagnostic() }
      )
    } catch {
      return nil
    }
  }
}

/// Which parts of a site have changed since its files were made.
struct ChangedParts: Sendable {
  private let traces: PageTraces
  /// The place that each element has now, by aspect; nothing when it is gone or has changed.
  private let places: [[Int?]]
  /// Whether each element has the place that it had.
  private let areInPlace: Bool

  /// Compares a site with what it was; nothing when everything must be made again.
  init?(
    _ traces: PageTraces?, _ fingerprints: SiteFingerprints, declarations: String, theme: UInt64
  ) {
    guard let traces, traces.declarations == declarations, traces.theme == theme else { return nil }
    self.traces = traces
    let last = traces.fingerprints
    areInPlace = SiteRead.Aspect.allCases.allSatisfy {
      last.keys(of: $0) == fingerprints.keys(of: $0)
    }
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
  func trace(of path: String, kind: Int) -> (trace: PageTrace, diagnostics: [Diagnostic])? {
    guard let trace = traces[path], let content = trace.content, content.kind == kind else {
      return nil
    }
    var reads: [UInt32] = []
    reads.reserveCapacity(content.reads.count)
    for bits in content.reads {
      guard let read = SiteRead(bits: bits), let place = place(of: read) else { return nil }
      reads.append(SiteRead(read.aspect, place).bits)
    }
    if areInPlace { return (trace, content.diagnostics) }
    return (
      PageTrace(kind: kind, reads: reads, diagnostics: content.diagnostics), content.diagnostics
    )
  }

  /// Returns whether a part, as it was numbered then, is no longer the same.
  func hasChanged(_ read: SiteRead) -> Bool { place(of: read) == nil }

  private func place(of read: SiteRead) -> Int? {
    let places = places[Int(read.aspect.rawValue)]
    return places.indices.contains(read.element) ? places[read.element] : nil
  }
}
