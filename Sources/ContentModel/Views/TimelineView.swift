public import Diagnostics

/// What happened when, year by year: sheets with days, and the entries of a data file.
public struct TimelineView: Sendable, Hashable {
  /// Sheets, and the fields that hold their days.
  public struct Mark: Sendable, Hashable {
    /// The sheets.
    public let selection: SheetSelection
    /// The field that holds the day of the start.
    public let start: String
    /// The field that holds the day of the end.
    public let end: String?
  }

  /// An entry of a data file.
  public struct Entry: Sendable, Hashable {
    /// When it happened, or began.
    public let start: PartialDate
    /// When it ended.
    public let end: PartialDate?
    /// What happened.
    public let title: String
    /// More about it.
    public let text: String?
    /// Where it is written.
    public let source: String
    /// The sheet about it, as written.
    public let sheet: String?
    /// Where that sheet is named, or else the entry written.
    public let location: SourceLocation
  }

  /// The sheets.
  public let marks: [Mark]
  /// The entries of the data file.
  public let entries: [Entry]
}

extension ViewReader {
  /// Reads a timeline of sheets (`reperes`), of the rows of a data file (`donnees`), or of both.
  mutating func timeline() -> TimelineView? {
    guard keys.node("reperes") != nil || keys.node("donnees") != nil else {
      _ = required("reperes")
      return nil
    }
    let marks = elements("reperes", ["debut", "fin"] + SheetSelection.filterKeys) { $0.mark() }
    var entries: [TimelineView.Entry] = []
    if keys.node("donnees") != nil, let table = table("donnees") {
      entries = self.entries(of: table)
    }
    return TimelineView(marks: marks, entries: entries)
  }

  /// Reads the sheets of one type; those of a type with a calendar have their days there.
  private mutating func mark() -> TimelineView.Mark? {
    guard let selection = selection(.filter) else { return nil }
    let start = optionalField("debut", of: selection.type, for: .day)?.key
    let end = optionalField("fin", of: selection.type, for: .day)?.key
    let calendar = selection.type.calendar
    guard let first = start ?? calendar?.start else {
      if keys.node("debut") == nil { _ = required("debut") }
      return nil
    }
    return TimelineView.Mark(
      selection: selection, start: first, end: end ?? (start == nil ? calendar?.end : nil))
  }

  /// Reads the rows of a table; those without a date, a title or a source are reported.
  private mutating func entries(of table: DataTable) -> [TimelineView.Entry] {
    var found: [Diagnostic] = []
    let known = ["date", "fin", "titre", "texte", "source", "fiche"]
    let entries = table.rows(reporting: &found).compactMap { row -> TimelineView.Entry? in
      row.reportUnknownKeys(besides: known, &found)
      let start = row.text("date", &found).flatMap { row.date("date", $0, &found) }
      let end = row["fin"].flatMap { row.date("fin", $0.text, &found) }
      let source = row.text("source", &found)
      guard let title = row.text("titre", &found), let start, let source else { return nil }
      if let end, let cell = row["fin"], end < start {
        found.append(.wrongOrder("date", "fin", at: cell.location))
      }
      return TimelineView.Entry(
        start: start, end: end, title: title, text: row["texte"]?.text, source: source,
        sheet: row["fiche"]?.text, location: row["fiche"]?.location ?? row.location)
    }
    for diagnostic in found { keys.report(diagnostic) }
    return entries
  }
}

extension DataTable.Row {
  fileprivate func date(
    _ key: String, _ text: String, _ diagnostics: inout [Diagnostic]
  ) -> PartialDate? {
    if let date = PartialDate(iso: text) { return date }
    diagnostics.append(.unreadablePartialDate(text, at: self[key]?.location ?? location))
    return nil
  }
}
