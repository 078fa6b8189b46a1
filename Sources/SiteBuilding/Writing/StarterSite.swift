import Diagnostics

/// The source folder of a new site: a configuration, a few pages, a first sheet, the built-in types,
/// and what an editor needs to check them.
public struct StarterSite {
  private let pages: String
  private let types: String
  private let vocabularies: String
  private let themes: [String]

  /// Creates a starter from folders that come with the program.
  ///
  /// - Parameters:
  ///   - pages: What is copied as it is.
  ///   - types: The built-in types.
  ///   - vocabularies: The built-in vocabularies.
  ///   - themes: The names of the built-in themes, which editors offer.
  public init(pages: String, types: String, vocabularies: String, themes: [String]) {
    self.pages = pages
    self.types = types
    self.vocabularies = vocabularies
    self.themes = themes
  }

  /// Writes the site to a folder, which may hold files but not a site; none of them is changed.
  ///
  /// - Returns: The files that were there already, and that the site goes without.
  /// - Throws: ``EnvironmentFailure`` when the folder holds a site or cannot be written.
  public func write(to folder: String) throws -> [String] {
    let present = Set(((try? FolderEntry.list(folder)) ?? []).map(\.name))
    if let site = ["archipel.yaml", "content", "output"].first(where: present.contains) {
      throw EnvironmentFailure(
        fr:
          "il y a déjà un site dans « \(folder) » : « \(site) » y est ; choisissez un autre dossier",
        en: "there is a site in “\(folder)” already: “\(site)” is there; choose another folder")
    }
    var kept: [String] = []
    do {
      try copy(pages, to: "", of: folder, keeping: &kept)
      try copy(types, to: "content/_types/", of: folder, keeping: &kept)
      try copy(vocabularies, to: "content/_vocabularies/", of: folder, keeping: &kept)
    } catch {
      throw EnvironmentFailure.unwritable(error)
    }
    var ignored: [Diagnostic] = []
    let schemas = try SchemaLibrary(source: folder, themes: themes, reporting: &ignored)
    try SchemaLibrary.write(schemas.files, to: folder + "/.vscode/schemas")
    return kept
  }

  /// - Parameter target: Where to, relative to the folder; it ends with a slash or is empty.
  private func copy(
    _ source: String, to target: String, of folder: String, keeping kept: inout [String]
  ) throws(DiskFile.Failure) {
    try DiskFile.makeFolder(folder + "/" + target)
    let present = Set(try FolderEntry.list(folder + "/" + target).map(\.name))
    for entry in try FolderEntry.list(source) {
      let (from, path) = (source + "/" + entry.name, target + entry.name)
      if entry.kind == .folder {
        try copy(from, to: path + "/", of: folder, keeping: &kept)
      } else if present.contains(entry.name) {
        kept.append(path)
      } else {
        try DiskFile.write(DiskFile.read(from), to: folder + "/" + path)
      }
    }
  }
}
