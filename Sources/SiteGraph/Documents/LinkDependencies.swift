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
    var hasher = StableHash()
    let note = FileNote()
    let provider = provider.noting(note)
    for request in requests {
      let answer = provider.resolve(request, diagnostics: &found)
      hasher.add(answer, note.take(), in: provider.commons)
      guard found.isEmpty else { return false }
    }
    return hasher.value == answers
  }
}

extension StableHash {
  /// Adds where a link leads, its page by its path: its number may change.
  ///
  /// - Parameter file: The path of its file: pictures that are the same have one address.
  mutating func add(
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
