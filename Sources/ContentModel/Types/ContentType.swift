import Diagnostics

/// What a kind of sheet may hold, as `content/_types/ID.yaml` declares it.
///
/// All sheets of a type share one object.
public final class ContentType: Sendable, Hashable {
  /// The type of everything that no other type claims.
  public static let page = ContentType(id: "page", label: Label(["fr": "Page", "en": "Page"]))

  /// The name of the file, without its extension.
  public let id: String
  /// The name of one sheet of the type, as readers see it.
  public let label: Label
  /// The name of several sheets of the type, as readers see it.
  public let pluralLabel: Label
  /// What its sheets are for.
  public let description: Label?
  /// The folder below the content folder whose sheets are of this type.
  public let folder: String?
  /// The template; the default is the type's id.
  public let template: String
  /// The classes of schema.org, at least one.
  public let schemaClasses: [String]
  /// The properties of schema.org that are the same for all its sheets, in their order.
  public let schemaValues: [SchemaValue]
  /// The property by which a sheet names the set of all sheets of the type, and the class of that set.
  public let schemaSet: SchemaMapping?
  /// What is published beside each page.
  public let exports: Set<SheetExport>
  /// The order of lists.
  public let sort: SortOrder
  /// The keys that readers may filter by.
  public let facets: [String]
  /// A key and a value that make a draft.
  public let draftMarker: DraftMarker?
  /// The fields beside the core keys, in the order of pages.
  public let fields: [FieldDefinition]
  /// The links to other sheets that have an inverse.
  public let relations: [RelationDefinition]
  /// What the values of several fields must satisfy together.
  public let checks: [ContentCheck]
  /// The fields that put its sheets on the calendar, when it has any.
  public let calendar: CalendarFields?
  /// The fields that tell what a group does, when its sheets may be parts of a sequence.
  public let activity: ActivityFields?
  /// The fields that make its sheets sequences, when it has any.
  public let sequence: SequenceFields?
  /// The fields that make its sheets canvases, when it has any.
  public let canvas: CanvasFields?
  /// The data file that there is a sheet of the type for each row of, when it has any.
  public let rows: RowSource?
  /// What `archipel new` writes below the core keys.
  public let skeleton: String
  /// The fields that credit works of others.
  let workFields: [FieldDefinition]
  /// The fields that name the sheet which a sheet is made from.
  let originFields: [FieldDefinition]
  /// The core keys that say what a sheet is made from, but for those that fields of the type replace.
  public let coreProvenance: [FieldDefinition]
  /// Everything that the front matter may hold.
  let table: FieldTable
  /// The keys that its sheets may hold besides what it declares.
  let addedFields: [FieldDefinition]

  /// A key, and the value that makes a sheet a draft.
  public struct DraftMarker: Sendable, Hashable {
    /// The key.
    public let key: String
    /// Its value in drafts.
    public let value: String
  }

  /// A property of schema.org that is the same for all sheets.
  public struct SchemaValue: Sendable, Hashable {
    /// Its name, as in `learningResourceType`.
    public let property: String
    /// Its value.
    public let value: Label
  }

  /// The order of the sheets in a list.
  public struct SortOrder: Sendable, Hashable {
    /// The key of the field to sort by.
    public let key: String
    /// Whether the greatest value comes first.
    public let isDescending: Bool
  }

  init(
    id: String, label: Label, pluralLabel: Label? = nil, description: Label? = nil,
    folder: String? = nil, template: String? = nil, schemaClasses: [String] = [],
    schemaValues: [SchemaValue] = [], schemaSet: SchemaMapping? = nil,
    exports: Set<SheetExport> = [], sort: SortOrder = .byWeight,
    facets: [String] = [],
    draftMarker: DraftMarker? = nil, fields: [FieldDefinition] = [],
    relations: [RelationDefinition] = [], checks: [ContentCheck] = [],
    calendar: CalendarFields? = nil, activity: ActivityFields? = nil,
    sequence: SequenceFields? = nil, canvas: CanvasFields? = nil,
    rows: RowSource? = nil, skeleton: String = "", addedFields: [FieldDefinition] = []
  ) {
    self.id = id
    self.label = label
    self.pluralLabel = pluralLabel ?? label
    self.description = description
    self.folder = folder
    self.template = template ?? id
    self.schemaClasses = schemaClasses.isEmpty ? ["CreativeWork"] : schemaClasses
    self.schemaValues = schemaValues
    self.schemaSet = schemaSet
    self.exports = exports
    self.sort = sort
    self.facets = facets
    self.draftMarker = draftMarker
    self.fields = fields
    self.relations = relations
    self.checks = checks
    self.calendar = calendar
    self.activity = activity
    self.sequence = sequence
    self.canvas = canvas
    self.rows = rows
    self.skeleton = skeleton
    self.addedFields = addedFields
    let declared = fields + relations.map(\.field) + CoreKey.definitions(besides: fields)
    table = FieldTable(declared + addedFields)
    workFields = declared.filter { $0.roles.work != nil }
    originFields = declared.filter { $0.roles.origin != nil }
    let own = Set(fields.map(\.key))
    coreProvenance = (workFields + originFields).filter { !own.contains($0.key) }
  }

  /// Returns the type with keys that its sheets may hold besides what it declares.
  package func accepting(_ more: [FieldDefinition]) -> ContentType {
    guard !more.isEmpty else { return self }
    return ContentType(
      id: id, label: label, pluralLabel: pluralLabel, description: description, folder: folder,
      template: template, schemaClasses: schemaClasses, schemaValues: schemaValues,
      schemaSet: schemaSet, exports: exports, sort: sort, facets: facets, draftMarker: draftMarker,
      fields: fields, relations: relations, checks: checks, calendar: calendar,
      activity: activity, sequence: sequence, canvas: canvas, rows: rows, skeleton: skeleton,
      addedFields: addedFields + more)
  }

  /// The fields, the relations, and the core keys with every spelling that they have here.
  public var allFields: [FieldDefinition] { table.definitions }

  /// The fields that credit works of others, and those that name the sheet which a sheet is made from.
  public var provenance: [FieldDefinition] { workFields + originFields }

  /// Returns the field that goes by a key, among ``allFields``.
  public func field(_ key: String) -> FieldDefinition? { table[key] }

  /// Returns the kind of the field at a path of keys, through the fields of objects.
  func kind(at path: some Collection<Substring>) -> FieldKind? {
    guard let key = path.first else { return nil }
    return path.dropFirst().reduce(table[String(key)]?.kind) { kind, key in
      kind?.rules.fields?[String(key)]?.kind
    }
  }

  /// Whether sheets may hold keys that the type does not declare: those of a plain page may be
  /// another generator's.
  package var isOpen: Bool { id == Self.page.id && fields.isEmpty && relations.isEmpty }

  /// Whether a sheet without any key is one with a mistake.
  var requiresFields: Bool {
    table.definitions.contains { $0.isRequired && $0.defaultValue == nil }
  }

  /// Returns whether two types are the same, which their id tells in a site.
  public static func == (left: ContentType, right: ContentType) -> Bool { left.id == right.id }

  /// Feeds the id of the type, which is unique in a site, to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension ContentType.SortOrder {
  /// The lightest first.
  static let byWeight = Self("weight")

  /// Reads a key, behind a `-` where the greatest value comes first.
  init(_ text: String) {
    let isDescending = text.hasPrefix("-")
    self.init(key: isDescending ? String(text.dropFirst()) : text, isDescending: isDescending)
  }
}
