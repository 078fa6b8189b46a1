import Diagnostics
import TextEncoding

/// The findings of a run as code hosts and editors read them: SARIF 2.1.0.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
struct SARIFReport {
  private let diagnostics: [Diagnostic]
  private let language: MessageLanguage
  /// The version of the program.
  private let version: String

  /// Describes findings, in their order.
  init(_ diagnostics: [Diagnostic], language: MessageLanguage, version: String) {
    self.diagnostics = diagnostics
    self.language = language
    self.version = version
  }

  /// The document.
  var json: String {
    var json = JSONWriter(layout: .indented, escaping: .json)
    json.beginObject()
    json.write("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.writeKey("runs")
    json.beginArray()
    writeRun(to: &json)
    json.endArray()
    json.write("version", "2.1.0")
    json.endObject()
    return String(decoding: json.finish().dropLast(), as: UTF8.self)
  }

  private func writeRun(to json: inout JSONWriter) {
    let ids = Set(diagnostics.map(\.id)).sorted()
    let ranks = Dictionary(
      uniqueKeysWithValues: ids.enumerated().map { ($0.element, $0.offset) })
    json.beginObject()
    // Columns are Unicode scalars.
    json.write("columnKind", "unicodeCodePoints")
    json.write("language", language.rawValue)
    json.writeKey("results")
    json.beginArray()
    for diagnostic in diagnostics {
      writeResult(diagnostic, rule: ranks[diagnostic.id] ?? 0, to: &json)
    }
    json.endArray()
    json.writeKey("tool")
    json.beginObject()
    json.writeKey("driver")
    json.beginObject()
    json.write("name", "archipel")
    json.writeKey("rules")
    json.beginArray()
    for id in ids { json.writeObject("id", id) }
    json.endArray()
    json.write("version", version)
    json.endObject()
    json.endObject()
    json.endObject()
  }

  private func writeResult(_ diagnostic: Diagnostic, rule: Int, to json: inout JSONWriter) {
    let level =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .remark: "note"
      }
    json.beginObject()
    json.write("level", level)
    json.writeKey("locations")
    json.beginArray()
    writeLocation(diagnostic.location, to: &json)
    json.endArray()
    json.writeKey("message")
    json.writeObject("text", diagnostic.whole(in: language))
    json.write("ruleId", diagnostic.id)
    json.write("ruleIndex", rule)
    json.endObject()
  }

  private func writeLocation(_ location: SourceLocation, to json: inout JSONWriter) {
    json.beginObject()
    json.writeKey("physicalLocation")
    json.beginObject()
    json.writeKey("artifactLocation")
    json.writeObject("uri", Address.encode(location.path))
    if let position = location.position {
      json.writeKey("region")
      json.beginObject()
      json.write("endColumn", position.column + location.length)
      json.write("startColumn", position.column)
      json.write("startLine", position.line)
      json.endObject()
    }
    json.endObject()
    json.endObject()
  }
}

extension JSONWriter {
  /// Writes an object with one text.
  fileprivate mutating func writeObject(_ key: String, _ text: String) {
    beginObject()
    write(key, text)
    endObject()
  }
}
