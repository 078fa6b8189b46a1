public import Diagnostics

/// The sheets that a view shows: those of a type, perhaps those of one folder alone, that satisfy
/// some conditions, in an order, and the first of them.
public struct SheetSelection: Sendable, Hashable {
  /// The type of the sheets.
  public let type: ContentType
  /// The folder that they are in or below, relative to the content folder; any when none.
  public let folder: String?
  /// What each of them must have.
  public let conditions: [SheetCondition]
  /// Their order; that of their type when none.
  public let sort: ContentType.SortOrder?
  /// How many of them are shown; as many as a page has room for when none.
  public let limit: Int?
  /// Where the folder is named, or else the view.
  public let location: SourceLocation

  /// The keys of a selection, each in French and in English where it has both.
  static let keys = folderKeys + choiceKeys
  /// Those that choose among the sheets of a folder.
  static let choiceKeys = ["filtre", "tri", "limite", "filter", "sort", "limit"]
  /// Those of one that is shown in an order of its own, and whole.
  static let filterKeys = folderKeys + ["filtre", "filter"]
  /// Those of one that shows the sheets of other labs too, whose fields are not known.
  static let folderKeys = ["type", "dossier"]

  /// Which parts of a selection a view may declare.
  enum Parts: Int {
    /// The type and the folder.
    case folder
    /// The conditions as well.
    case filter
    /// The order and the number as well.
    case all
  }
}

extension ViewReader {
  /// Reads the sheets of a view: `type`, `dossier`, and what else the view may choose them by.
  mutating func selection(_ parts: SheetSelection.Parts = .all) -> SheetSelection? {
    let folder = keys.string("dossier").map { $0.split(separator: "/").joined(separator: "/") }
    guard let type = type() else { return nil }
    return SheetSelection(
      type: type, folder: folder == "" ? nil : folder,
      conditions: parts == .folder ? [] : conditions(of: type),
      sort: parts == .all ? sort(of: type) : nil, limit: parts == .all ? limit() : nil,
      location: keys.location(ofKey: folder == nil ? "type" : "dossier"))
  }

  /// Reads `tri`: a field, with a hyphen before it for the greatest value first.
  private mutating func sort(of type: ContentType) -> ContentType.SortOrder? {
    guard let text = keys.string("tri", "sort") else { return nil }
    let key = text.hasPrefix("-") ? String(text.dropFirst()) : text
    let location = keys.valueLocation(ofKey: keys.isMissing("tri") ? "sort" : "tri")
    return field(named: key, of: type, for: .order, at: location).map {
      ContentType.SortOrder(key: $0.key, isDescending: text.hasPrefix("-"))
    }
  }

  /// Reads `limite`.
  private mutating func limit() -> Int? {
    guard let limit = keys.integer("limite", "limit") else { return nil }
    let bounds = Bounds(min: 1, max: SheetSelection.maxShown)
    if !bounds.contains(limit) {
      let key = keys.isMissing("limite") ? "limit" : "limite"
      keys.report(.outOfBounds(String(limit), bounds, at: keys.valueLocation(ofKey: key)))
    }
    return limit
  }
}

extension SheetSelection {
  /// The most sheets that the page of one view shows: beyond it, nobody reads and phones give up.
  public static let maxShown = 400

  /// How many sheets are shown at most.
  public var shownCount: Int { min(max(limit ?? Self.maxShown, 0), Self.maxShown) }
}
