/// What the owner of a site wants `archipel check` to say of the writing.
public struct EditorialRules: Sendable, Hashable {
  /// Something that `archipel check` looks at, by its name in `archipel.yaml`.
  public enum Check: String, Sendable, CaseIterable {
    /// Tags and terms that are nearly the same.
    case nearDuplicates = "etiquettes_voisines"
    /// Sheets that only lists lead to.
    case orphans = "orphelines"
    /// Sheets without a link that their type expects.
    case expectedRelations = "relations_attendues"
    /// Sheets that should have been read again.
    case reviews = "revision"
    /// Events whose changes calendars would not notice.
    case events = "agenda"
    /// Sheets of one title.
    case sharedTitles = "titres_en_double"
    /// Sheets without a summary.
    case summaries = "resumes"
    /// What French typography does not allow.
    case typography = "typographie"
    /// Words for all genders, written otherwise than the owner wants.
    case inclusiveWriting = "ecriture_inclusive"
    /// Abbreviations that no text explains.
    case abbreviations = "sigles"
    /// What a sheet names as printed without a file of it.
    case supports = "supports"
    /// What a new sheet leaves to complete.
    case wordsToComplete = "a_completer"

    /// The name in English.
    public var englishName: String {
      switch self {
      case .nearDuplicates: "near_duplicates"
      case .orphans: "orphans"
      case .expectedRelations: "expected_relations"
      case .reviews: "reviews"
      case .events: "events"
      case .sharedTitles: "duplicate_titles"
      case .summaries: "summaries"
      case .typography: "typography"
      case .inclusiveWriting: "inclusive_writing"
      case .abbreviations: "abbreviations"
      case .supports: "printables"
      case .wordsToComplete: "to_complete"
      }
    }
  }

  /// How words for all genders are to be written.
  public enum InclusiveWriting: String, Sendable, CaseIterable {
    /// With a middle dot: « habitant·es ».
    case middleDot = "point-median"
    /// With both words: « les habitantes et les habitants ».
    case bothWords = "doublets"
    /// As each writer likes.
    case free = "libre"
  }

  /// The checks that the owner has turned off.
  public var disabled: Set<Check> = []
  /// How words for all genders are to be written.
  public var inclusiveWriting = InclusiveWriting.free
  /// The abbreviations that need no explanation on this site.
  public var knownAbbreviations: Set<String> = []

  /// Creates the default rules.
  init() {}

  /// Reads `controles`.
  mutating func readChecks(_ reader: inout MappingReader) {
    for check in Check.allCases {
      let isWanted =
        reader.boolean(check.rawValue, default: true)
        && reader.boolean(check.englishName, default: true)
      if !isWanted { disabled.insert(check) }
    }
  }
}
