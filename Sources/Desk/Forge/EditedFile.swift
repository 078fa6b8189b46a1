import ContentModel
import SiteFiles
import SiteLoading
import YAMLParsing

/// What an editor of forges must know of a sheet that is there.
struct EditedFile {
  /// Its path relative to the source folder.
  let path: String
  /// The path of its folder, relative to the source folder.
  let folder: String
  /// Its name without its ending.
  let name: String
  /// Whether it is the own page of its folder, or a sheet in a folder of its own: nobody begins another
  /// beside it.
  let isIndex: Bool
  /// What it is.
  let type: ContentType
  /// The type of a sheet of that name that names none.
  let typeOfFolder: ContentType
  /// The keys of its front matter, as they are written.
  let keys: [String]
  /// Its title, where it gives one.
  let title: String?
  /// Every text of its front matter.
  let texts: [String]

  /// Reads the sheets of a source folder; what cannot be read is for `archipel check` to tell.
  static func all(of declared: ContentDeclarations) -> [EditedFile] {
    let names = SheetName.all(
      in: declared.sheets.map(\.contentPath), languages: declared.configuration.languages)
    let reader = SheetReader(
      types: declared.types, vocabularies: declared.vocabularies,
      siteLanguage: declared.configuration.language)
    return zip(names, declared.sheets).map { name, file in
      let bytes = try? DiskFile.readWithMetadata(
        file.diskPath, inside: file.boundary, atMost: OpenedSheet.largestSize
      ).bytes
      let values = bytes.flatMap { try? OpenedSheet($0) }?.values ?? YAMLMapping()
      let parts = file.path.split(separator: "/")
      let base = parts.last ?? ""
      return EditedFile(
        path: file.path, folder: parts.dropLast().joined(separator: "/"),
        name: base.lastIndex(of: ".").map { String(base[..<$0]) } ?? String(base),
        isIndex: name.isIndex || base.prefix { $0 != "." } == "index",
        type: reader.type(of: name, named: values["type"]?.scalar?.string),
        typeOfFolder: reader.type(of: name, named: nil),
        keys: values.compactMap { $0.key.scalar?.string },
        title: ["titre", "title"].lazy.compactMap { values[$0]?.scalar?.string }.first,
        texts: values.flatMap { texts(in: $0.value) })
    }
  }

  private static func texts(in node: YAMLNode) -> [String] {
    switch node {
    case .scalar(let scalar): [scalar.string]
    case .sequence(let nodes): nodes.flatMap(texts)
    case .mapping(let mapping): mapping.flatMap { texts(in: $0.value) }
    }
  }
}
