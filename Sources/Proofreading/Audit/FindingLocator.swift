import ContentModel
import Diagnostics
import PageAudit
import Theming

/// Finds what people wrote that a finding about a page comes from.
struct FindingLocator {
  /// The path of the page.
  package let page: String
  /// Where the bytes of the page come from.
  package let trace: TemplateSourceMap?
  /// The sheet that the page is of.
  package let source: SheetSource?

  /// The values that no sheet gives.
  private static let valuesOfTheSite = ["assets.", "data.", "site.", "t."]

  /// Returns a finding with its place: in the sheet, or else in the template, or else the page.
  package func locate(_ finding: Finding) -> LocatedFinding {
    if finding.id == Finding.sharedTitleID, let source {
      return LocatedFinding(finding, at: source.sheet.titleLocation, page: nil)
    }
    switch trace?.origin(ofByte: finding.offset) {
    case .value(let name, let tag):
      if !Self.valuesOfTheSite.contains(where: name.hasPrefix), let source {
        if let place = finding.words.flatMap(source.location) {
          return LocatedFinding(finding, at: place, page: nil)
        }
        // Markup comes from the text of the sheet, though not in the same words.
        if name == "page.content" || name.split(separator: ".").last == "html" {
          return LocatedFinding(finding, at: SourceLocation(path: source.sheet.path), page: nil)
        }
      }
      return LocatedFinding(finding, at: tag, page: page)
    case .text(let place):
      // Templates put what sheets give into attributes of their own.
      if let words = finding.words, words.contains("://"),
        let place = source?.location(of: words)
      {
        return LocatedFinding(finding, at: place, page: nil)
      }
      return LocatedFinding(finding, at: place, page: page)
    case nil:
      return LocatedFinding(finding, at: SourceLocation(path: page), page: nil)
    }
  }
}

extension Diagnostic {
  /// Creates what is said of a finding, with the first of the pages that show it.
  init(_ located: LocatedFinding, onPages count: Int) {
    let finding = located.finding
    var message = finding.message
    if let page = located.page {
      let (french, english) =
        count > 1
        ? (" et \(count - 1) autre\(count > 2 ? "s" : "")", " and \(count - 1) more") : ("", "")
      message = LocalizedText(
        fr: "\(message.french) (page « \(page) »\(french))",
        en: "\(message.english) (page “\(page)”\(english))")
    }
    self.init(
      finding.severity, id: finding.id, at: located.location, message, expected: finding.expected)
  }
}
