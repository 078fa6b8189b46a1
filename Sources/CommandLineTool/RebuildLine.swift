import SiteLoading
import ArgumentParser
import Diagnostics
import FoundationEssentials
import Glibc
import PreviewServer
import SiteBuilding

/// The line of the terminal that tells of a build of a preview.
struct RebuildLine {
  private let rebuild: Rebuild

  init(_ rebuild: Rebuild) { self.rebuild = rebuild }

  /// `14:03:22  276 pages en 0,12 s`, or what keeps the last whole site in place.
  var text: LocalizedText {
    let time = (rebuild.duration / .seconds(1)).hundredths
    let hour = Date.now.formatted(.iso8601.time(includingFractionalSeconds: false))
    let count = rebuild.problems.count
    guard let pages = rebuild.pageCount else {
      return LocalizedText(
        fr: "\(hour)  à corriger : \(count) ; les pages restent celles d’avant",
        en: "\(hour)  to mend: \(count); pages stay as they were")
    }
    let french = count > 0 ? ", à corriger : \(count)" : ""
    let english = count > 0 ? ", to mend: \(count)" : ""
    return LocalizedText(
      fr: "\(hour)  \(pages) pages en \(time.replacing(".", with: ",")) s\(french)",
      en: "\(hour)  \(pages) pages in \(time) s\(english)")
  }
}
