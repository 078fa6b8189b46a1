/// The fields of a type whose sheets are canvases: paper with zones to write in.
public struct CanvasFields: Sendable, Hashable {
  /// How many columns the grid has.
  public let columns: String
  /// How many rows it has.
  public let rows: String
  /// Whether the paper stands upright.
  public let portrait: String?
  /// A sentence at the foot.
  public let legend: String?
  /// The list of zones.
  public let zones: String
  /// In a zone: its title.
  public let title: String
  /// In a zone: what helps to fill it in.
  public let prompt: String?
  /// In a zone: its first column and its first row.
  public let column, row: String
  /// In a zone: how many columns and how many rows it takes, 1 where nothing is said.
  public let width, height: String
}

extension CanvasFields {
  /// Reads `canevas` of a type; nil when it lacks a part, which is then reported.
  init?(_ reader: inout MappingReader) {
    reader.expect(["colonnes", "lignes", "portrait", "legende", "zones"])
    guard let columns = reader.string("colonnes"), let rows = reader.string("lignes"),
      let node = reader.node("zones"), var part = reader.reader(of: node),
      let list = part.string("liste"), let title = part.string("titre"),
      let column = part.string("colonne"), let row = part.string("ligne"),
      let width = part.string("largeur"), let height = part.string("hauteur")
    else {
      reader.report(.incompleteFields(at: reader.location(ofKey: "colonnes")))
      return nil
    }
    self.columns = columns
    self.rows = rows
    portrait = reader.string("portrait")
    legend = reader.string("legende")
    zones = list
    self.title = title
    prompt = part.string("invite")
    self.column = column
    self.row = row
    self.width = width
    self.height = height
    for key in part.otherKeys() {
      reader.report(.unknownKey(key, known: ["liste", "titre"], at: part.location(ofKey: key)))
    }
  }

  /// The keys of the type that it names.
  var keys: [String] { [columns, rows, portrait, legend, zones].compactMap(\.self) }
}
