import ContentModel
import SiteLoading
import TextEncoding

/// Shares the sheets of a site out among the collections of an editor of forges.
///
/// A folder and a type make a collection, and every type has one, sheets or none. The own pages of
/// folders, and sheets in folders of their own, are in collections of single files.
struct EditorCollections {
  /// The collections: those of types first, then those of plain pages, each by name.
  private(set) var all: [EditorCollection] = []
  /// The sheets that the collections are made from.
  let files: [EditedFile]
  private let language: String
  private let contentFolder: String
  private var names: Set<String> = []

  init(_ declared: ContentDeclarations, files: [EditedFile]) {
    self.files = files
    language = declared.configuration.language
    contentFolder = declared.contentFolder
    let types = declared.types.values.sorted { $0.id < $1.id }
    // The folder of each type comes first: its collection has the name of the type.
    for type in types where type.id != ContentType.page.id { addFolder(of: type) }
    addFolder(of: declared.types[ContentType.page.id] ?? .page)
    for type in types { addIndexes(of: type) }
    if declared.types[ContentType.page.id] == nil { addIndexes(of: .page) }
  }

  private mutating func addFolder(of type: ContentType) {
    let own = files.filter { $0.type.id == type.id && !$0.isIndex }
    let main = type.folder.flatMap { $0.hasPrefix("_") || $0.isEmpty ? nil : path(of: $0) }
    let home = main ?? contentFolder
    let folders = [home] + Set(own.map(\.folder)).subtracting([home]).sorted()
    for folder in folders {
      let sheets = own.filter { $0.folder == folder }
      let isMain = folder == home
      let namesType =
        isMain
        ? main == nil && type.id != ContentType.page.id
        : sheets.contains { $0.typeOfFolder.id != type.id }
      let label = type.pluralLabel.text(in: language)
      add(
        EditorCollection(
          name: name(isMain ? type.id : "\(type.id)-\(Slug.make(from: shown(folder)))"),
          label: isMain ? label : "\(label) (\(shown(folder)))", type: type,
          place: .folder(folder, namesType: namesType),
          spellings: .init(in: sheets.isEmpty ? files : sheets, of: type)))
    }
  }

  private mutating func addIndexes(of type: ContentType) {
    let own = files.filter { $0.type.id == type.id && $0.isIndex }
    guard !own.isEmpty else { return }
    add(
      EditorCollection(
        name: name(type.id + "-index"),
        label: "\(type.pluralLabel.text(in: language)) (index.md)", type: type,
        place: .files(own), spellings: .init(in: own, of: type)))
  }

  private mutating func add(_ collection: EditorCollection) { all.append(collection) }

  private mutating func name(_ wanted: String) -> String {
    var (name, number) = (wanted, 2)
    while !names.insert(name).inserted {
      name = "\(wanted)-\(number)"
      number += 1
    }
    return name
  }

  private func path(of folder: String) -> String {
    contentFolder.isEmpty ? folder : contentFolder + "/" + folder
  }

  private func shown(_ folder: String) -> String {
    guard !contentFolder.isEmpty, folder.hasPrefix(contentFolder + "/") else { return folder }
    return String(folder.dropFirst(contentFolder.count + 1))
  }

  /// Where the sheets of each type are found that fields may name, by the id of the type.
  var targets: [String: EditorField.Target] {
    var counts: [String: Int] = [:]
    for text in files.flatMap(\.texts) { counts[text, default: 0] += 1 }
    var targets: [String: EditorField.Target] = [:]
    for collection in all where collection.name == collection.type.id {
      guard case .folder(let folder, _) = collection.place else { continue }
      let prefix = folder == contentFolder ? "" : shown(folder) + "/"
      let sheets = files.filter { $0.folder == folder && !$0.isIndex }.map(\.name)
      let whole = sheets.reduce(0) { $0 + (counts[prefix + $1] ?? 0) }
      let short = sheets.reduce(0) { $0 + (counts[$1] ?? 0) }
      let title = collection.type.field("title").map { collection.spellings[$0] }
      targets[collection.type.id] = EditorField.Target(
        collection: collection.name, prefix: short > whole ? "" : prefix,
        titleKey: title ?? "titre")
    }
    return targets
  }
}
