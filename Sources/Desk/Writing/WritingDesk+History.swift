import ContentModel
import Diagnostics

extension WritingDesk {
  /// What the history is asked to keep of sheets.
  package struct KeptChange: Sendable {
    /// The files of the sheets, relative to the source folder; no bytes for one that has gone.
    package let files: [(path: String, bytes: [UInt8]?)]
    /// Who made the change.
    package let name: String
    /// Their e-mail address.
    package let mail: String
    /// What they did.
    package let message: String
    /// The branch that keeps it; the current one when nil.
    package let branch: String?
  }

  /// The most files that are kept at once: a sheet and what was dropped beside it.
  private static let maxKeptFiles = 100

  /// Reads a change to keep, of the content alone.
  package func change(_ query: DeskQuery, in site: DeskSite) throws(DeskProblem) -> KeptChange {
    var files: [(path: String, bytes: [UInt8]?)] = []
    let paths = try query.texts("paths")
    guard !paths.isEmpty, paths.count <= Self.maxKeptFiles else { throw .misshapen }
    for text in paths {
      guard
        let path = ContentPath(settings: text, content: site.contentFolder)
          ?? ContentPath(text, content: site.contentFolder)
      else { throw .missing }
      do {
        files.append((text, try self.files.read(path, atMost: UploadedFile.largestSize)))
      } catch {
        guard error == .missing else { throw DeskProblem(error, path) }
        files.append((text, nil))
      }
    }
    let (name, mail) = (try query.text("name"), try query.text("mail"))
    let isPerson =
      name.wholeMatch(of: /[^<>\p{Cc}]*[^<>\p{Cc}\s][^<>\p{Cc}]*/) != nil
      && mail.wholeMatch(of: /[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+/) != nil
    guard isPerson else {
      throw .refused(
        LocalizedText(
          fr: "il faut un nom, et une adresse de messagerie comme « prenom@exemple.fr »",
          en: "it takes a name, and an e-mail address such as “name@example.org”"))
    }
    let message = try query.text("message")
    return KeptChange(
      files: files, name: name, mail: mail,
      message: message.isEmpty ? files[0].path : message, branch: try branch(query))
  }

  /// Reads the name of a branch; nil where none is given.
  package func branch(_ query: DeskQuery) throws(DeskProblem) -> String? {
    guard let name = query.optional("branch"), !name.isEmpty else { return nil }
    guard Forge.isBranch(name) else {
      throw .refused(
        LocalizedText(
          fr: "« \(name) » n’est pas un nom de branche", en: "“\(name)” is no name of a branch"))
    }
    return name
  }

  /// Reads the path of a file whose history is asked for.
  package func historyPath(_ query: DeskQuery, in site: DeskSite) throws(DeskProblem) -> String {
    try document(query, site).text
  }
}
