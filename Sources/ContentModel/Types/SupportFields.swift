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
}
