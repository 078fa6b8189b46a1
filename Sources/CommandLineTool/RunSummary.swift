import Diagnostics
import FoundationEssentials
import SiteBuilding

/// The closing line of a command: counts and time.
struct RunSummary {
  private let report: BuildReport
  private let seconds: Double

  init(_ report: BuildReport, since start: ContinuousClock.Instant) {
    self.report = report
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    self.seconds = Double(seconds) + Double(attoseconds) * 1e-18
  }

  /// What is said of a site that is published.
  func published(in output: String) -> LocalizedText {
    LocalizedText(
      fr: "\(pages.french), \(files.french), \(findings.french), en \(time.french) → \(output)",
      en: "\(pages.english), \(files.english), \(findings.english), in \(time.english) → \(output)")
  }

  /// What is said of a site that is not published, its content having errors.
  var unpublished: LocalizedText {
    LocalizedText(
      fr:
        "\(findings.french) : rien n’est publié, le site en ligne n’a pas changé (\(time.french))",
      en: "\(findings.english): nothing is published, the site has not changed (\(time.english))")
  }

  /// What is said of a site that was checked.
  var checked: LocalizedText {
    LocalizedText(
      fr: "\(pages.french) : \(findings.french), \(remarks.french), en \(time.french)",
      en: "\(pages.english): \(findings.english), \(remarks.english), in \(time.english)")
  }

  private var pages: LocalizedText { count(report.pageCount, "page", "page") }
  private var files: LocalizedText { count(report.fileCount, "fichier", "file") }

  private var remarks: LocalizedText {
    count(report.diagnostics.count { $0.severity == .remark }, "remarque", "remark")
  }

  private var findings: LocalizedText {
    let errors = report.diagnostics.count { $0.severity == .error }
    let warnings = report.diagnostics.count { $0.severity == .warning }
    let (first, second) = (
      count(errors, "erreur", "error"), count(warnings, "avertissement", "warning")
    )
    return LocalizedText(
      fr: "\(first.french), \(second.french)", en: "\(first.english), \(second.english)")
  }

  private var time: LocalizedText {
    let text = seconds.hundredths
    return LocalizedText(fr: text.replacing(".", with: ",") + " s", en: text + " s")
  }

  private func count(_ number: Int, _ french: String, _ english: String) -> LocalizedText {
    LocalizedText(
      fr: "\(number) \(french)\(number > 1 ? "s" : "")",
      en: "\(number) \(english)\(number == 1 ? "" : "s")")
  }
}
