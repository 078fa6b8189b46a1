import ContentModel
public import Diagnostics
import Formats
import SiteFiles
import SiteLoading
import TextEncoding

/// The schemas of what people write: each type of sheets, and `archipel.yaml`.
public struct SchemaLibrary {
  /// A schema, and the name of its file.
  public struct File: Sendable {
    /// `methode.schema.json`, or `archipel.schema.json` for the configuration.
    public let name: String
    /// The JSON document, in UTF-8.
    public let bytes: [UInt8]
  }

  /// The schemas, by name.
  public let files: [File]

  /// Makes the schemas of a source folder, with the types that it declares.
  ///
  /// - Parameters:
  ///   - themes: The names of the built-in themes, which editors offer.
  ///   - diagnostics: Receives what is wrong with the types.
  /// - Throws: ``EnvironmentFailure`` when the folder cannot be read.
  public init(
    source: String, themes: [String], reporting diagnostics: inout [Diagnostic]
  ) throws {
    let model = try ContentDeclarations(source: source, reporting: &diagnostics)
    let sheets = model.types.values.sorted { $0.id < $1.id }.map { type in
      File(
        name: "\(type.id).schema.json",
        bytes: TypeSchema(
          type: type, vocabularies: model.vocabularies, language: model.configuration.language
        ).document().encoded(as: .indented))
    }
    files =
      [
        File(
          name: "archipel.schema.json",
          bytes: ConfigurationSchema(themes: themes).document().encoded(as: .indented))
      ] + sheets
  }

  /// Writes schemas to a folder.
  ///
  /// - Throws: ``EnvironmentFailure`` when the folder cannot be written.
  public static func write(_ files: [File], to folder: String) throws {
    do {
      try DiskFile.makeFolder(folder)
      for file in files { try DiskFile.write(file.bytes, to: folder + "/" + file.name) }
    } catch {
      throw EnvironmentFailure.unwritable(error)
    }
  }
}
