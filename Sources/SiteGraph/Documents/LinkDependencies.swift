import SiteLoading
package import ByteCoding
import ContentModel
import Diagnostics
import ImageProcessing
package import MarkdownRendering
import Synchronization
import TextEncoding

/// The links of a document as it asked where they lead, and the hash of the answers.
package struct LinkDependencies: Sendable {
  private let asked: Deferred<[LinkRequest]>
  /// The hash of the answers.
  package let answers: UInt64
  /// Whether an answer may have had a file of the site published, or is the text of one.
  package let askForFiles: Bool

  /// What was asked for, in order.
  package var requests: [LinkRequest] { asked.value }

  package init(_ requests: Deferred<[LinkRequest]>, answers: UInt64, askForFiles: Bool) {
    asked = requests
    self.answers = answers
    self.askForFiles = askForFiles
  }

  package init(_ requests: [LinkRequest], answers: UInt64) {
    let askForFiles = requests.contains { request in
      request.kind == .image || request.kind == .embed || request.kind == .include
        || ImageFormat(fileName: String(SitePath.split(request.destination).path)) != nil
    }
    self.init(Deferred(requests), answers: answers, askForFiles: askForFiles)
  }

  /// Returns whether asking again gives the same answers, and nothing to report.
  package func hold(_ provider: SheetLinkProvider) -> Bool {
    var found: [Diagnostic] = []
    var print = StableHash()
    let note = FileNote()
    let provider = provider.noting(note)
    for request in requests {
      let answer = provider.resolve(request, diagnostics: &found)
      print.add(answer, note.take(), in: provider.commons)
      guard found.isEmpty else { return false }
    }
    return print.value == answers
  }
}

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

extension StableHash {
  /// Adds where a link leads, its page by its path: its number may change.
  ///
  /// - Parameter file: The path of its file: pictures that are the same have one address.
  fileprivate mutating func add(
    _ link: ResolvedLink, _ file: String?, in commons: LinkedSite
  ) {
    add(file ?? "")
    switch link {
    case .url(let url, let title, let page, let language, let note):
      add(1)
      add(url)
      add(title ?? "")
      add(page.map { commons.site.sheets[$0].path } ?? "")
      add(language ?? "")
      add(note ?? "")
    case .image(let image):
      add(2)
      add(image.url)
      add(image.width ?? 0)
      add(image.height ?? 0)
      add(image.sourceSet ?? "")
      add(image.colour ?? "")
      add(image.animation ?? "")
    case .linkInstead(let url):
      add(3)
      add(url)
    case .unresolved:
      add(4)
    }
  }
}
