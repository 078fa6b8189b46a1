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
      fr:
        "\(pages.french), \(files.french), \(findings.french)\(unread.french), en \(time.french) → "
        + output + hint.french,
      en: "\(pages.english), \(files.english), \(findings.english)\(unread.english), "
        + "in \(time.english) → \(output)\(hint.english)")
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
      fr:
        "\(pages.french) : \(findings.french), \(remarks.french)\(unread.french), en \(time.french)",
      en: "\(pages.english): \(findings.english), \(remarks.english)\(unread.english), "
        + "in \(time.english)")
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

  /// What names the sheets and files that are not published, or in no list, where there are any.
  private var hint: LocalizedText {
    if unread.french.isEmpty { return LocalizedText(fr: "", en: "") }
    let absent = LocalizedText(fr: "ce qui n’est pas publié", en: "what is not published")
    let hidden = LocalizedText(fr: "les pages hors des listes", en: "the unlisted pages")
    let (isAbsent, isHidden) = (!notPublished.french.isEmpty, unlistedCount > 0)
    let french = [isAbsent ? absent.french : nil, isHidden ? hidden.french : nil]
    let english = [isAbsent ? absent.english : nil, isHidden ? hidden.english : nil]
    return LocalizedText(
      fr: "\n« archipel check --all » nomme "
        + french.compactMap(\.self).joined(separator: " et "),
      en: "\n“archipel check --all” names "
        + english.compactMap(\.self).joined(separator: " and "))
  }

  private var unlistedCount: Int { report.diagnostics.count { $0.id == "sheet.unlisted" } }

  /// The sheets and files that are not published, and the pages in no list, where there are any;
  /// `check` names them.
  private var unread: LocalizedText {
    guard unlistedCount > 0 else { return notPublished }
    let pages = count(unlistedCount, "page", "unlisted page")
    return LocalizedText(
      fr: notPublished.french + ", " + pages.french + " hors des listes",
      en: notPublished.english + ", " + pages.english)
  }

  private var notPublished: LocalizedText {
    func count(_ id: String) -> Int { report.diagnostics.count { $0.id == id } }
    let waiting = count("sheet.waiting")
    // In a folder that nobody has made a site of, what cannot be read is left out with a warning.
    let left =
      count("source.left-out")
      + report.diagnostics.count {
        $0.severity == .warning && ["source.unreadable", "source.name"].contains($0.id)
      }
    let held = waiting + count("sheet.held-back")
    var text = LocalizedText(fr: "", en: "")
    if held > 0 {
      let s = held > 1 ? "s" : ""
      text = LocalizedText(
        fr: ", \(held) fiche\(s) retenue\(s)",
        en: ", \(held) sheet\(held == 1 ? "" : "s") held back")
    }
    if waiting > 0 {
      text = LocalizedText(
        fr: text.french + " (dont \(waiting) à venir)", en: text.english + " (\(waiting) to come)")
    }
    if left > 0 {
      let s = left > 1 ? "s" : ""
      text = LocalizedText(
        fr: text.french + ", \(left) fichier\(s) laissé\(s) de côté",
        en: text.english + ", \(left) file\(left == 1 ? "" : "s") left out")
    }
    return text
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
