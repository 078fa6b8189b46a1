import SiteLoading
package import ByteCoding
import ContentModel
import Diagnostics
import ImageProcessing
package import MarkdownRendering
import Synchronization
import TextEncoding

/// Keeps what a document asked where its links lead, and the answers.
final class RecordingLinkProvider: LinkProvider {
  /// How much is said of the links of one sheet: nobody reads more, and memory is bounded.
  private static let maxFindings = 1_000

  private let provider: SheetLinkProvider
  private let note = FileNote()
  private let record = Mutex<Record>(Record())

  private struct Record {
    var requests: [LinkRequest] = []
    var files: Set<String> = []
    var answers = StableHash()
    var findings = 0
    var dead: [LinkRequest.Kind: Set<String>] = [:]
  }

  init(_ provider: SheetLinkProvider) {
    self.provider = provider.noting(note)
  }

  /// The files that the document's own texts lead to, show or include, by their paths below the content
  /// folder, sorted.
  var files: [String] {
    record.withLock { record in
      record.files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  /// The same provider for a text that the document shows, and that belongs to another: its files are
  /// not those of the document.
  var ofOriginal: any LinkProvider { OriginalLinkProvider(provider: self) }

  private struct OriginalLinkProvider: LinkProvider {
    let provider: RecordingLinkProvider

    func resolve(_ request: LinkRequest, diagnostics: inout [Diagnostic]) -> ResolvedLink {
      provider.resolve(request, isOwn: false, diagnostics: &diagnostics)
    }

    func text(ofIncluded request: LinkRequest) -> IncludedText {
      provider.text(ofIncluded: request, isOwn: false)
    }

    func suggestion(forIncluded path: String) -> String? {
      provider.suggestion(forIncluded: path)
    }
  }

  /// What was asked for; nil when an answer was reported.
  package var lookups: LinkDependencies? {
    record.withLock { record in
      record.findings > 0
        ? nil : LinkDependencies(record.requests, answers: record.answers.value)
    }
  }

  /// A line that says how many findings were left out; nil where all are told.
  var remainder: Diagnostic? {
    let more = record.withLock { $0.findings - Self.maxFindings }
    return more > 0 ? .moreLinks(more, at: SourceLocation(path: provider.sourcePath)) : nil
  }

  func text(ofIncluded request: LinkRequest) -> IncludedText {
    text(ofIncluded: request, isOwn: true)
  }

  func suggestion(forIncluded path: String) -> String? {
    provider.suggestion(forIncluded: path)
  }

  func resolve(_ request: LinkRequest, diagnostics: inout [Diagnostic]) -> ResolvedLink {
    resolve(request, isOwn: true, diagnostics: &diagnostics)
  }

  private func text(ofIncluded request: LinkRequest, isOwn: Bool) -> IncludedText {
    var found: [Diagnostic] = []
    _ = resolve(request, isOwn: isOwn, diagnostics: &found)
    return provider.text(ofIncluded: request)
  }

  private func resolve(
    _ request: LinkRequest, isOwn: Bool, diagnostics: inout [Diagnostic]
  ) -> ResolvedLink {
    let isKnownDead = record.withLock { record in
      guard record.findings >= Self.maxFindings,
        record.dead[request.kind]?.contains(request.destination) == true
      else {
        return false
      }
      record.findings += 1
      return true
    }
    if isKnownDead { return .unresolved }
    var found: [Diagnostic] = []
    let result = provider.resolve(request, diagnostics: &found)
    let file = note.take()
    let told = record.withLock { record in
      if isOwn, let file { record.files.insert(file) }
      if record.findings == 0, found.isEmpty {
        record.requests.append(request)
        record.answers.add(result, file, in: provider.commons)
      } else {
        record.requests = []
        if result == .unresolved {
          record.dead[request.kind, default: []].insert(request.destination)
        }
      }
      let left = max(0, Self.maxFindings - record.findings)
      record.findings += found.count
      return found.prefix(left)
    }
    diagnostics += told
    return result
  }
}
