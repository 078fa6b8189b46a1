/// A kind of document that pandoc reads.
enum DocumentFormat: String {
  case docx
  case odt
  case html

  /// Finds the format of a file by the end of its name.
  init?(ofFileNamed name: String) {
    switch name.split(separator: ".").last?.lowercased() {
    case "docx": self = .docx
    case "odt": self = .odt
    case "html", "htm", "xhtml": self = .html
    default: return nil
    }
  }

  /// Whether it is an archive.
  var isArchive: Bool { self != .html }
}
