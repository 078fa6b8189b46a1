import BuildCache
import ContentModel
package import Diagnostics
import Publishing
import SiteFiles
import SiteLoading
import TextEncoding

/// A site packed, or why it is not.
package struct PackReport: Sendable {
  /// What the build found.
  package let build: BuildReport
  /// What was written; nil when nothing was.
  package let archive: Archive?

  /// The archive of a site.
  package struct Archive: Sendable {
    package let path: String
    /// How many files it holds.
    package let fileCount: Int
    /// How many bytes it has.
    package let byteCount: Int
    /// Its SHA-256 digest, in hexadecimal.
    package let digest: String
  }
}
