import Diagnostics
import TextEncoding

/// A diagnostic as scripts read it: an object of JSON on one line, what it lacks left out.
struct DiagnosticLine {
  private let diagnostic: Diagnostic
  private let language: MessageLanguage

  init(_ diagnostic: Diagnostic, language: MessageLanguage) {
    self.diagnostic = diagnostic
    self.language = language
  }

  /// The line, without its end.
  var json: String {
    let position = diagnostic.location.position
    var json = JSONWriter(escaping: .json)
    json.beginObject()
    if let position { json.write("column", position.column) }
    if let expected = diagnostic.expected { json.write("expected", expected.text(in: language)) }
    json.write("id", diagnostic.id)
    if let position { json.write("line", position.line) }
    json.write("message", diagnostic.message.text(in: language))
    json.write("path", diagnostic.location.path)
    json.write("severity", diagnostic.severity.rawValue)
    if let suggestion = diagnostic.suggestion {
      json.write("suggestion", suggestion.text(in: language))
    }
    json.endObject()
    return String(decoding: json.finish(), as: UTF8.self)
  }
}
