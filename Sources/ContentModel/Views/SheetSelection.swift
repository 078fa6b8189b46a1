public import Diagnostics

/// The sheets that a view shows: those of a type, perhaps those of one folder alone.
public struct SheetSelection: Sendable, Hashable {
  /// The type of the sheets.
  public let type: ContentType
  /// The folder that they are in or below, relative to the content folder; any when none.
  public let folder: String?
  /// Where the folder is named, or else the view.
  public let location: SourceLocation
}

extension ViewReader {
  /// Reads `type` and `dossier`.
  mutating func selection() -> SheetSelection? {
    let folder = keys.string("dossier").map { $0.split(separator: "/").joined(separator: "/") }
    guard let type = type() else { return nil }
    return SheetSelection(
      type: type, folder: folder == "" ? nil : folder,
      location: keys.location(ofKey: folder == nil ? "type" : "dossier"))
  }
}
