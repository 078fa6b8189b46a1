import Authoring
import ContentModel
import Desk
import Diagnostics
import SiteLoading

/// Fills the fields of a sheet, each only when what results is read without a mistake that was not
/// there.
struct FieldFilling {
  let type: ContentType
  let path: String
  private let declared: ContentDeclarations
  private let reader: SheetReader
  /// The values that are kept, by key.
  private(set) var fields: [String: DataValue] = [:]
  private let head: [EditedValue.Member]
  private var usual: Set<[String]> = []

  /// - Parameters:
  ///   - path: The file of the sheet, relative to the source folder.
  ///   - title: Its title.
  ///   - namesItsType: Whether it lies where sheets of another type do.
  init(
    type: ContentType, path: String, title: String, namesItsType: Bool,
    _ declared: ContentDeclarations
  ) {
    self.type = type
    self.path = path
    self.declared = declared
    reader = SheetReader(
      types: declared.types, vocabularies: declared.vocabularies,
      contacts: declared.configuration.contacts, siteLanguage: declared.configuration.language)
    head =
      [EditedValue.Member("titre", .scalar(title, isText: true))]
      + (namesItsType ? [EditedValue.Member("type", .scalar(type.id, isText: false))] : [])
    usual = Set(Self.problems(in: bytes(head), path, reader, declared).map(\.words))
  }

  /// Gives a field one of some values: the first that it reads; what is wrong with the last
  /// otherwise.
  mutating func fill(_ field: FieldDefinition, with values: [DataValue]) -> Diagnostic? {
    var problem: Diagnostic?
    for value in values {
      guard let edits = try? edits([field.key: value]) else { continue }
      let found = Self.problems(in: bytes(head + edits), path, reader, declared)
        .first { !usual.contains($0.words) }
      guard let found else {
        fields[field.key] = value
        return nil
      }
      problem = found
    }
    return problem
      ?? Diagnostic(
        .warning, id: "import.field", at: SourceLocation(path: path),
        LocalizedText(
          fr: "il y a là plus que ce que le champ peut contenir",
          en: "there is more than the field can hold"))
  }

  /// Whether a field has a value already.
  func isFilled(_ field: FieldDefinition) -> Bool { fields[field.key] != nil }

  /// The required fields without a value, as the file writes their keys.
  var missingKeys: [String] {
    type.allFields.filter {
      $0.isRequired && $0.defaultValue == nil && !isFilled($0)
    }.map { FieldHelp.spelling(of: $0) }
  }

  /// The keys that are filled, as the file writes them.
  var filledKeys: [String] {
    type.allFields.filter(isFilled).map { FieldHelp.spelling(of: $0) }
  }

  /// Returns the file of the sheet; nil where its front matter cannot hold all that it should.
  ///
  /// - Parameter others: Keys that no field takes, in a type that lets any pass.
  func file(
    body: String, isDraft: Bool, others: [EditedValue.Member] = []
  ) -> [UInt8]? {
    let draft = type.draftMarker.map { ($0.key, $0.value) } ?? ("brouillon", "oui")
    let isDraft = isDraft && fields[type.field(draft.0)?.key ?? draft.0] == nil
    let mark = isDraft ? [EditedValue.Member(draft.0, .scalar(draft.1, isText: false))] : []
    guard let edits = try? edits(fields) else { return nil }
    let summary = edits.filter { type.field($0.key)?.key == "summary" }
    let rest = edits.filter { type.field($0.key)?.key != "summary" }
    let whole = Array(head.prefix(1)) + summary + head.dropFirst() + mark + rest + others
    guard let front = Self.front(whole) else { return nil }
    return body.isEmpty ? front : front + Array("\n\(body)\n".utf8)
  }

  private func edits(_ fields: [String: DataValue]) throws -> [EditedValue.Member] {
    try FormEdit(of: OpenedSheet([]), type: type).edit(fields, body: nil).fields
  }

  private static func front(_ members: [EditedValue.Member]) -> [UInt8]? {
    try? OpenedSheet([]).bytes(applying: SheetEdit(fields: members))
  }

  private func bytes(_ members: [EditedValue.Member]) -> [UInt8] { Self.front(members) ?? [] }

  private static func problems(
    in bytes: [UInt8], _ path: String, _ reader: SheetReader, _ declared: ContentDeclarations
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let start = declared.contentFolder.isEmpty ? 0 : declared.contentFolder.count + 1
    let name = SheetName(
      path: String(path.dropFirst(start)), languages: declared.configuration.languages)
    _ = reader.read(path: path, name: name, bytes: bytes, reporting: &diagnostics)
    return diagnostics.filter { $0.severity != .remark }
  }
}

extension Diagnostic {
  /// What is said, wherever it is.
  fileprivate var words: [String] { [id, message.french] }
}
