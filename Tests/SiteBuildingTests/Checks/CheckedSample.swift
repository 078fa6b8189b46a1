import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading

/// A site of one test, checked.
enum CheckedSample {
  /// Returns what `archipel check` says of some files, by the beginning of its id.
  ///
  /// A `¦` in a text is left out of it, and marks a place for ``place(in:)``.
  static func findings(
    _ prefix: String, in files: [(path: String, text: String)], configuration: String = ""
  ) async throws -> [Diagnostic] {
    let site = try SampleSite(["archipel.yaml": configuration, "content/index.md": "Bonjour.\n"])
    for (path, text) in files { try site.write(text.replacing("¦", with: ""), to: path) }
    let report = try await SiteBuilder(site.request()).check(readsProse: true)
    return report.diagnostics.filter { $0.id.hasPrefix(prefix) }
  }

  /// Returns the line and the column of the `¦` of a text.
  static func place(in text: String) -> String {
    let before = text.prefix { $0 != "¦" }
    let line = before.filter { $0 == "\n" }.count + 1
    let column = before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
    return "\(line):\(column)"
  }
}
