import Diagnostics
import SiteFiles
import SiteLoading

/// The source folder of a new site: a configuration, a few pages, a first sheet, the built-in types,
/// and what an editor needs to check them.
public struct SiteScaffold {
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
  /// - Parameter title: The name of the site; that of the starter without one.
  /// - Returns: The files that were there already, and that the site goes without.
  /// - Throws: ``EnvironmentFailure`` when the folder holds a site or cannot be written.
  public func write(to folder: String, title: String? = nil) throws -> [String] {
    let present = Set(((try? FolderEntry.list(folder)) ?? []).map(\.name))
    if let site = ["archipel.yaml", "content", "output"].first(where: present.contains) {
      throw EnvironmentFailure(
        fr:
          "il y a déjà un site dans « \(folder) » : « \(site) » y est ; choisissez un autre dossier",
        en: "there is a site in “\(folder)” already: “\(site)” is there; choose another folder")
    }
    var files = NewFiles()
    do {
      return try write(to: folder, title: title, &files)
    } catch {
      // What is left of a site would keep the next one from being made.
      files.takeBack()
      if let failure = error as? DiskFile.Failure { throw EnvironmentFailure.unwritable(failure) }
      throw error
    }
  }

  private func write(
    to folder: String, title: String?, _ files: inout NewFiles
  ) throws -> [String] {
    var kept: [String] = []
    func write(_ bytes: [UInt8], to path: String) throws(DiskFile.Failure) {
      if DiskFile.realPath(folder + "/" + path) != nil {
        kept.append(path)
      } else {
        try files.write(bytes, to: folder + "/" + path)
      }
    }
    let copies =
      try Self.files(below: pages, as: "") + Self.files(below: types, as: "content/_types/")
      + Self.files(below: vocabularies, as: "content/_vocabularies/")
    // The last, as it makes a site of the folder.
    let configuration = SourceName.configuration
    for file in copies where file.path != configuration {
      try write(DiskFile.read(file.source), to: file.path)
    }
    var ignored: [Diagnostic] = []
    for schema in try SchemaLibrary(source: folder, themes: themes, reporting: &ignored).files {
      try write(schema.bytes, to: ".vscode/schemas/" + schema.name)
    }
    for file in copies where file.path == configuration {
      try write(Self.titled(DiskFile.read(file.source), title), to: file.path)
    }
    return kept
  }

  /// The configuration of a site of another name.
  private static func titled(_ configuration: [UInt8], _ title: String?) -> [UInt8] {
    guard let title else { return configuration }
    let lines = String(decoding: configuration, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("title:") ? "title: " + Archetype.quoted(title) : String($0) }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// - Parameter target: Where they go, relative to the new site; it ends with a slash or is empty.
  private static func files(
    below source: String, as target: String
  ) throws(DiskFile.Failure) -> [(source: String, path: String)] {
    var files: [(source: String, path: String)] = []
    for entry in try FolderEntry.list(source) {
      let (from, path) = (source + "/" + entry.name, target + entry.name)
      if entry.kind == .folder {
        files += try Self.files(below: from, as: path + "/")
      } else {
        files.append((from, path))
      }
    }
    return files
  }
}
