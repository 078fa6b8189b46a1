import ByteCoding
import TextEncoding

/// Files of which a part cannot be read.
extension SheetReader {
  /// The keys that are read line by line where the front matter as a whole cannot be: what names a sheet,
  /// and what hides it.
  static let keysReadAlone: Set<String> = [
    "title", "titre", "draft", "brouillon", "published", "publish", "unlisted", "hors_listes",
    "date",
  ]

  /// Returns a sheet that has nothing but its name, for a file that cannot be read as one.
  package func unreadSheet(path: String, name: SheetName) -> Sheet {
    let body = SheetBody(firstLine: 1, isBlank: true, read: { [] })
    return Sheet(
      name: name, path: path, type: types[ContentType.page.id] ?? .page, title: name.title,
      titleLine: nil, isDraft: false, publication: Publication(), slug: nil, aliases: [], views: [],
      fields: [:], locations: Deferred([:]), body: body, original: nil,
      sortingKey: { name.title.sortingKey(in: $0 ?? siteLanguage) })
  }
}
