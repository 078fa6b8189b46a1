import ContentModel
import Diagnostics
import SiteGraph
import SiteLoading

/// Checks a file that declares the site as it is being written, against the site as it was built last.
///
/// It says what `archipel check` says, and which terms cannot go because sheets have them.
struct SettingsCheck {
  let site: DeskSite

  /// Returns what is wrong with a file, errors first.
  func findings(in bytes: [UInt8], at path: ContentPath) -> [Diagnostic] {
    let text = String(decoding: bytes, as: UTF8.self)
    let found =
      path.vocabulary.map { vocabulary($0, text, at: path) } ?? configuration(text, at: path)
    let sorted = found.filter { $0.severity != .remark }.sortedByLocation()
    return sorted.filter { $0.severity == .error } + sorted.filter { $0.severity != .error }
  }

  private func configuration(_ text: String, at path: ContentPath) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let configuration = SiteConfiguration(
      path: path.text, text: text, reporting: &diagnostics)
    if let colours = configuration.colours { _ = Palette(colours, reporting: &diagnostics) }
    site.commons.checkMenus(of: configuration, reporting: &diagnostics)
    if configuration == site.commons.site.configuration {
      // The last build has read the same, and knows more: which pictures there are.
      diagnostics += site.diagnostics.filter { $0.location.path == path.text }
    }
    return diagnostics
  }

  private func vocabulary(_ id: String, _ text: String, at path: ContentPath) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let now = Vocabulary.load(id: id, path: path.text, text: text, reporting: &diagnostics)
    if let now { diagnostics += TermUse(of: id, in: site).problems(with: now, text, at: path.text) }
    return diagnostics
  }
}
