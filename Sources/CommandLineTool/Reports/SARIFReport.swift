import ArgumentParser
import Diagnostics
import FoundationEssentials
import TextEncoding

/// The findings of a run as code hosts and editors read them: SARIF 2.1.0.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
struct SARIFReport: Encodable {
  private let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  private let version = "2.1.0"
  private let runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// Describes findings, in their order.
  init(_ diagnostics: [Diagnostic], language: MessageLanguage) {
    let ids = Set(diagnostics.map(\.id)).sorted()
    let ranks = Dictionary(
      uniqueKeysWithValues: ids.enumerated().map { ($0.element, $0.offset) })
    let driver = Driver(
      name: "archipel", version: Archipel.configuration.version, rules: ids.map(Rule.init))
    runs = [
      Run(
        tool: Tool(driver: driver), language: language.rawValue,
        results: diagnostics.map { Result($0, rule: ranks[$0.id] ?? 0, language) })
    ]
  }

  /// The document.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  private struct Run: Encodable {
    let tool: Tool
    let language: String
    /// Columns are Unicode scalars.
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }

  private struct Tool: Encodable { let driver: Driver }

  private struct Driver: Encodable {
    let name: String
    let version: String
    let rules: [Rule]
  }

  private struct Rule: Encodable { let id: String }

  private struct Text: Encodable { let text: String }

  private struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Text
    let locations: [Location]

    init(_ diagnostic: Diagnostic, rule: Int, _ language: MessageLanguage) {
      ruleId = diagnostic.id
      ruleIndex = rule
      level =
        switch diagnostic.severity {
        case .error: "error"
        case .warning: "warning"
        case .remark: "note"
        }
      message = Text(text: diagnostic.whole(in: language))
      locations = [Location(diagnostic.location)]
    }
  }

  private struct Location: Encodable {
    let physicalLocation: PhysicalLocation

    init(_ location: SourceLocation) {
      physicalLocation = PhysicalLocation(
        artifactLocation: Artifact(uri: Address.encode(location.path)),
        region: location.position.map { position in
          Region(
            startLine: position.line, startColumn: position.column,
            endColumn: position.column + location.length)
        })
    }
  }

  private struct PhysicalLocation: Encodable {
    let artifactLocation: Artifact
    let region: Region?
  }

  private struct Artifact: Encodable { let uri: String }

  private struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endColumn: Int
  }
}
