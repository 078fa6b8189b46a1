import Diagnostics
import FoundationEssentials

/// A diagnostic as scripts read it.
struct DiagnosticLine: Encodable {
  let severity: String
  let id: String
  let path: String
  let line: Int?
  let column: Int?
  let message: String
  let expected: String?
  let suggestion: String?

  init(_ diagnostic: Diagnostic, language: MessageLanguage) {
    severity = diagnostic.severity.rawValue
    id = diagnostic.id
    path = diagnostic.location.path
    line = diagnostic.location.position?.line
    column = diagnostic.location.position?.column
    message = diagnostic.message.text(in: language)
    expected = diagnostic.expected?.text(in: language)
    suggestion = diagnostic.suggestion?.text(in: language)
  }

  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
