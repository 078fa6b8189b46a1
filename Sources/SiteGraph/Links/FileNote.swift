import SiteLoading
import Synchronization

/// Takes note of the file of the content that the link, the picture or the inclusion that was resolved
/// last leads to.
final class FileNote: Sendable {
  private let path = Mutex<String?>(nil)

  func set(_ file: SourceFolder.File) { set(file.contentPath) }

  /// Notes a file by its path below the content folder.
  func set(_ contentPath: String) { path.withLock { $0 = contentPath } }

  /// Returns the path of the file below the content folder, once; nil when there was none.
  func take() -> String? { path.withLock { $0.take() } }
}
