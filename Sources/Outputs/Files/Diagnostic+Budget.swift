import ContentModel
import Diagnostics

/// What can be wrong with the weight of a page.
extension Diagnostic {
  static func pageTooHeavy(
    _ page: String, _ weight: PageWeight, limit: ByteCount, _ kind: WeightBudget.PageKind,
    at location: SourceLocation
  ) -> Diagnostic {
    let (total, shares) = (ByteCount(weight.total).text, weight.shares)
    return Diagnostic(
      .error, id: "budget.weight", at: location,
      LocalizedText(
        fr: "la page « \(page) » pèse \(total.french) : \(shares.french)",
        en: "the page “\(page)” weighs \(total.english): \(shares.english)"),
      expected: LocalizedText(
        fr: "au plus \(limit.text.french) (« \(kind.rawValue) » de « budget »)",
        en: "at most \(limit.text.english) (“\(kind.rawValue)” of “budget”)"),
      suggestion: weight.heaviest.map { file in
        let bytes = ByteCount(file.bytes).text
        return LocalizedText(
          fr: "ce qui pèse le plus : « \(file.path) », \(bytes.french)",
          en: "what weighs most: “\(file.path)”, \(bytes.english)")
      })
  }

  static func tooManyRequests(
    _ page: String, _ weight: PageWeight, limit: Int, _ kind: WeightBudget.PageKind,
    at location: SourceLocation
  ) -> Diagnostic {
    let loaded = weight.files.dropFirst().map(\.path).joined(separator: ", ")
    return Diagnostic(
      .error, id: "budget.requests", at: location,
      LocalizedText(
        fr: "la page « \(page) » demande \(weight.files.count) fichiers : elle-même, \(loaded)",
        en: "the page “\(page)” asks for \(weight.files.count) files: itself, \(loaded)"),
      expected: LocalizedText(
        fr: "au plus \(limit) (« \(kind.rawValue)_requests » de « budget »)",
        en: "at most \(limit) (“\(kind.rawValue)_requests” of “budget”)"))
  }
}
