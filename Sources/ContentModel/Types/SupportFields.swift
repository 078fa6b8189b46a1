/// The fields of a type that name what people print, and those that hold it.
public struct SupportFields: Sendable, Hashable {
  /// The way to the names of what it takes.
  public let names: String
  /// The words, in lower case, that say that a thing is printed.
  public let words: [String]
  /// The way to the files.
  public let files: String
  /// The relations whose sheets hold as well.
  public let relations: [String]
}

extension SupportFields {
  /// Reads `supports` of a check; nil when it lacks a part, which is then reported.
  init?(_ reader: inout MappingReader) {
    let words = reader.strings("mots")
    guard let names = reader.string("noms"), let files = reader.string("fichiers"), !words.isEmpty
    else {
      reader.report(.unreadableCheck(at: reader.location(ofKey: "noms")))
      return nil
    }
    self.names = names
    self.words = words.map { $0.lowercased() }
    self.files = files
    relations = reader.strings("relations")
  }

  /// Returns the things to print that a sheet names without any file.
  public func missing(in sheet: Sheet) -> [String] {
    let values = FieldValue.object(sheet.fields)
    func texts(_ path: String) -> [String] {
      values.values(at: path.split(separator: ".")).flatMap(\.elements).compactMap(\.string)
    }
    guard texts(files).isEmpty else { return [] }
    return texts(names).filter { name in
      let parts = name.lowercased().split { !$0.isLetter }
      return parts.contains { part in words.contains { $0 == part } }
    }
  }
}
