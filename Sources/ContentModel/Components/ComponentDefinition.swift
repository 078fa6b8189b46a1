public import Diagnostics
import YAMLParsing

/// A component of the site: what blocks that bear its name may say, and the template that shows it.
///
/// It is a file of `content/_composants/`: its fields, declared between two lines `---` as those of
/// types are, then the template.
public struct ComponentDefinition: Sendable {
  /// The word after the fence.
  public let name: String
  /// The file, relative to the source folder.
  public let path: String
  /// What a block may say, in the order of the declaration.
  public let fields: [FieldDefinition]
  /// The template, each line where it stands in the file: those of the declaration are empty.
  public let template: [UInt8]
  private let table: FieldTable
  /// The longest body of a block that is read, in bytes.
  private static let maxBodyLength = 1 << 18

  /// Reads a component; nil when it cannot be used, which is then reported.
  ///
  /// - Parameters:
  ///   - damaged: The vocabularies that are there and cannot be read, which is reported already.
  public init?(
    name: String, path: String, text: String, vocabularies: [String: Vocabulary],
    damaged: Set<String> = [], reporting diagnostics: inout [Diagnostic]
  ) {
    var found: [Diagnostic] = []
    defer { diagnostics += found }
    var fields: [FieldDefinition] = []
    var template = Array(text.utf8)
    if text.drop(while: { $0 == "\u{FEFF}" }).hasPrefix("---") {
      guard let file = SheetFile(path: path, bytes: template, reporting: &found) else {
        return nil
      }
      template = [UInt8](repeating: UInt8(ascii: "\n"), count: file.bodyFirstLine - 1) + file.body
      if let yaml = file.frontMatter,
        var reader = MappingReader(documentOf: yaml, reporting: &found)
      {
        _ = reader.label("libelle")
        _ = reader.label("description")
        let site = FieldDefinitionReader(vocabularies: vocabularies, damaged: damaged)
        for entry in reader.entries("champs") {
          guard var field = reader.reader(of: entry.2) else { continue }
          if let field = site.read(entry.key, &field, reporting: &found) { fields.append(field) }
        }
        reader.finish(into: &found)
      }
    }
    self.name = name
    self.path = path
    self.fields = fields
    self.template = template
    table = FieldTable(fields)
    if found.contains(where: { $0.severity == .error }) { return nil }
  }

  /// Reads the body of a block; nil when it cannot be shown, which is then reported.
  ///
  /// - Parameters:
  ///   - fence: Where the line above the body starts.
  ///   - lines: Where each line of the body starts, of which some may come from other files.
  public func values(
    in body: String, fence: SourceLocation, lines: [SourceLocation],
    vocabularies: [String: Vocabulary], reporting diagnostics: inout [Diagnostic]
  ) -> [String: FieldValue]? {
    var found: [Diagnostic] = []
    defer { diagnostics += found }
    var yaml = YAMLText(path: fence.path, firstLine: 1, text: body)
    yaml.lines = lines.isEmpty ? [fence] : lines
    yaml.limit = Self.maxBodyLength
    let root = yaml.compose(reporting: &found)
    guard found.isEmpty else { return nil }
    var mapping = YAMLMapping()
    if let root, !root.isNull {
      guard let written = root.mapping else {
        found.append(.expectedMapping(at: yaml.location(of: root.mark)))
        return nil
      }
      yaml.reportDoubts(in: root, reporting: &found)
      mapping = written
    }
    var reader = FieldReader(yaml, vocabularies: vocabularies)
    let values = reader.read(mapping, definitions: table, unknownKeys: .reported).values
    found += reader.diagnostics
    return found.contains { $0.severity == .error } ? nil : values
  }
}
