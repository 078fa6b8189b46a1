import Diagnostics
import MarkdownRendering
import Synchronization

/// Keeps what a document asked where its links lead, and the answers.
final class RecordingLinkProvider: LinkProvider {
  private let provider: SheetLinkProvider
  private let record = Mutex<Record>(Record())

  private struct Record {
    var lookups: [LinkLookup] = []
    var isFaulty = false
  }

  init(_ provider: SheetLinkProvider) {
    self.provider = provider
  }

  /// What was asked for, in order; nothing when an answer was reported.
  var lookups: [LinkLookup]? { record.withLock { $0.isFaulty ? nil : $0.lookups } }

  func resolve(_ request: LinkRequest, diagnostics: inout [Diagnostic]) -> ResolvedLink {
    var found: [Diagnostic] = []
    let result = provider.resolve(request, diagnostics: &found)
    record.withLock { record in
      if found.isEmpty {
        record.lookups.append(LinkLookup(request: request, result: result))
      } else {
        record.isFaulty = true
      }
    }
    diagnostics += found
    return result
  }
}
