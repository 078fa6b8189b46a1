import Authoring
import ContentModel
package import Diagnostics
import Formats
import SiteFiles
import SiteLoading

/// Writes `admin/`: an editor of sheets for people who have an account on the forge, made from the types.
package struct ForgeEditor {
  /// What came of it.
  package enum Outcome: Sendable {
    /// The files were written, or were so already; what their keeper should know of the sheets.
    case written([String], [Diagnostic])
    /// Nothing was written, and why.
    case refused([Diagnostic])
  }

  /// The folder of the editor in the source folder.
  package static let folder = "admin"

  private let source: String
  private let builtInThemes: String

  /// Creates a writer for a source folder.
  ///
  /// - Parameter builtInThemes: The folder of the built-in themes, which have the words of helps.
  package init(source: String, builtInThemes: String) {
    self.source = source
    self.builtInThemes = builtInThemes
  }

  /// Writes the files, all or none: never over one that somebody has changed.
  ///
  /// - Throws: ``EnvironmentFailure`` when the folder cannot be read or written.
  package func write() throws -> Outcome {
    var diagnostics: [Diagnostic] = []
    let declared = try ContentDeclarations(source: source, reporting: &diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) { return .refused(diagnostics) }
    guard let forge = declared.configuration.forge else { return .refused([.noForge]) }
    let (configuration, remarks) = try configuration(of: declared, forge)
    let pages = EditorPages(
      site: declared.configuration, forge: forge,
      language: declared.configuration.language == "en" ? .english : .french)
    let files: [(name: String, text: MarkedText)] = [
      ("config.yml", MarkedText(BlockYAML.text(of: configuration.document), .hash)),
      ("index.html", MarkedText(pages.page, .markup)),
      ("absence.js", MarkedText(EditorPages.absence, .slashes)),
      ("LISEZMOI.txt", MarkedText(pages.instructions, .hash)),
    ]
    let problems = try write(files)
    if !problems.isEmpty { return .refused(problems) }
    return .written(files.map { Self.folder + "/" + $0.name }, remarks)
  }

  /// Writes the files that are not there as they should be.
  ///
  /// - Returns: Why none was written, if none was.
  private func write(_ files: [(name: String, text: MarkedText)]) throws -> [Diagnostic] {
    let folder = ContentFiles(source: source)
    do throws(ContentFiles.Failure) {
      var present: [[UInt8]?] = []
      for file in files { present.append(try read(file.name, in: folder)) }
      let changed = zip(files, present).filter { file, bytes in
        bytes.map { $0 != file.text.bytes && !MarkedText.isUntouched($0) } ?? false
      }
      guard changed.isEmpty else {
        return changed.map { .changedEditorFile(Self.folder + "/" + $0.0.name) }
      }
      for (file, bytes) in zip(files, present) where bytes != file.text.bytes {
        guard let path = path(file.name) else { continue }
        if bytes == nil {
          try folder.create(path, with: file.text.bytes)
        } else {
          try folder.replace(path, with: file.text.bytes)
        }
      }
      return []
    } catch {
      throw EnvironmentFailure.editorFolder(error)
    }
  }

  /// Returns the configuration, and what it does not say of the sheets that are there.
  private func configuration(
    of declared: ContentDeclarations, _ forge: Forge
  ) throws -> (EditorConfiguration, [Diagnostic]) {
    let guide = try Archetype(source: source, builtInThemes: builtInThemes).guide(declared)
    let collections = EditorCollections(declared, files: EditedFile.all(of: declared))
    let configuration = EditorConfiguration(
      site: declared.configuration, forge: forge, contentFolder: declared.contentFolder,
      guide: guide, collections: collections)
    var remarks: [Diagnostic] = []
    if forge.kind != .github, forge.application == nil {
      remarks.append(
        .editorWithoutApplication(at: declared.configuration.location(of: "forge")))
    }
    for collection in collections.all {
      guard case .folder(let folder, _) = collection.place else { continue }
      for file in collections.files
      where file.folder == folder && file.type.id == collection.type.id && !file.isIndex {
        remarks += collection.spellings.others(in: file, of: collection.type).map {
          .otherSpelling($0.written, usual: $0.usual, at: SourceLocation(path: file.path))
        }
      }
    }
    for type in declared.types.values.sorted(by: { $0.id < $1.id })
    where type.allFields.contains(where: { $0.key == EditorConfiguration.bodyKey }) {
      remarks.append(.fieldNamedAsBody(of: type.id))
    }
    return (configuration, remarks)
  }

  private func path(_ name: String) -> ContentPath? {
    ContentPath(Self.folder + "/" + name, content: Self.folder)
  }

  private func read(
    _ name: String, in folder: ContentFiles
  ) throws(ContentFiles.Failure) -> [UInt8]? {
    guard let path = path(name) else { return nil }
    do {
      return try folder.read(path, atMost: 16 << 20)
    } catch {
      if error == .missing { return nil }
      throw error
    }
  }
}

extension EnvironmentFailure {
  fileprivate static func editorFolder(_ failure: ContentFiles.Failure) -> EnvironmentFailure {
    switch failure {
    case .system(let code):
      .unwritable(DiskFile.Failure(code: code, path: ForgeEditor.folder))
    default:
      EnvironmentFailure(
        fr: "« \(ForgeEditor.folder) » est un lien, ou contient autre chose que des fichiers ; "
          + "rien n’y a été écrit",
        en: "“\(ForgeEditor.folder)” is a link, or holds something else than files; "
          + "nothing has been written there")
    }
  }
}
