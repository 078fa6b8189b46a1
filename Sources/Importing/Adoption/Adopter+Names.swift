import ContentModel
import Desk
import SiteLoading
import TextEncoding

/// Where the sheets of another site go, and what their files are called.
extension Adopter {
  /// Where a sheet goes: the folder below the content folder, and the name of its file.
  func place(
    of sheet: ForeignSheet, _ declared: ContentDeclarations
  ) -> (folder: String, name: String) {
    let parts = sheet.id.split(separator: "/")
      .map { PortableName.path(Slug.make(from: String($0))) }.filter { !$0.isEmpty }
    let own = type(of: sheet, declared).folder.flatMap { $0.hasPrefix("_") ? nil : $0 }
    let folder = options.folder.map { folder in
      folder.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
    let name = parts.last ?? ""
    return (
      folder ?? own ?? parts.dropLast().joined(separator: "/"),
      name.isEmpty || name == "index" ? PortableName.path(Slug.make(from: sheet.title)) : name
    )
  }

  /// Returns the name of the file of a sheet: its own, or where another sheet of the same run has that, as
  /// its translation does, one made of its title or of its folder there.
  func name(
    of sheet: ForeignSheet, in folder: String, usually name: String, beside taken: Set<String>,
    _ writer: SheetWriter
  ) -> String {
    func isTaken(_ name: String) -> Bool {
      taken.contains(Self.path(ofSheet: name, in: folder))
    }
    guard isTaken(name) else { return name }
    let above = sheet.id.split(separator: "/").dropLast().map { Slug.make(from: String($0)) }
    let others = [
      Slug.make(from: sheet.title), (above.suffix(1) + [name]).joined(separator: "-"),
      (above + [name]).joined(separator: "-"),
    ]
    return others.first {
      !$0.isEmpty && !isTaken($0) && writer.obstacle(folder: folder, name: $0) == nil
    } ?? name
  }

  /// The path of a sheet below the content folder.
  static func path(ofSheet name: String, in folder: String) -> String {
    [folder, name + ".md"].filter { !$0.isEmpty }.joined(separator: "/")
  }
}
