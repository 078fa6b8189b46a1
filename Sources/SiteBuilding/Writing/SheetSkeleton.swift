import ContentModel
public import Diagnostics
import Glibc
import TextFolding

/// Writes the skeleton of a sheet, for its writer to complete.
public struct SheetSkeleton {
  /// What came of it.
  public enum Outcome: Sendable {
    /// The sheet was written to a path relative to the source folder.
    case written(String)
    /// It was not, and why.
    case refused([Diagnostic])
  }

  let source: String

  /// Creates a writer for a source folder.
  public init(source: String) {
    self.source = source
  }

  /// Writes a sheet in the folder of its type, its name made from the title; never over another.
  ///
  /// - Throws: ``EnvironmentFailure`` when the folder cannot be read or written.
  ///
  /// - Parameter language: The language to translate the sheet of that title into: what is written
  ///   then is the start of its translation, beside it.
  public func write(
    type name: String, title: String, translatingInto language: String? = nil
  ) throws -> Outcome {
    var diagnostics: [Diagnostic] = []
    let declared = try ContentDeclarations(source: source, reporting: &diagnostics)
    let (types, contentFolder) = (declared.types, declared.contentFolder)
    if diagnostics.contains(where: { $0.severity == .error }) { return .refused(diagnostics) }
    guard let type = types[name] else {
      return .refused([.noSuchType(name, known: types.keys.sorted())])
    }
    let key = FoldedKey.make(from: title)
    guard !key.isEmpty else { return .refused([.titleWithoutLetters(title)]) }
    let folder = [contentFolder, type.folder ?? ""].filter { !$0.isEmpty }.joined(separator: "/")
    let stem = folder.isEmpty ? key : folder + "/" + key
    var text = Self.text(type: type, title: title)
    if let language {
      if let problem = problem(translating: stem, into: language) { return .refused([problem]) }
      text = Self.translation(type: type, title: title)
    }
    let path = stem + (language.map { "." + $0 } ?? "") + ".md"
    guard access(source + "/" + path, F_OK) != 0 else { return .refused([.sheetExists(path)]) }
    do {
      if !folder.isEmpty { try DiskFile.makeFolder(source + "/" + folder) }
      try DiskFile.write(Array(text.utf8), to: source + "/" + path)
    } catch {
      throw EnvironmentFailure.unwritable(error)
    }
    return .written(path)
  }

  static func quoted(_ title: String) -> String {
    "\"" + title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func text(type: ContentType, title: String) -> String {
    var skeleton = type.skeleton
    if !skeleton.isEmpty, !skeleton.hasSuffix("\n") { skeleton += "\n" }
    let resume = skeleton.contains("resume:") ? "" : "resume: \"\"\n"
    return "---\ntitre: \(quoted(title))\n\(resume)\(skeleton)---\n\n"
  }
}
