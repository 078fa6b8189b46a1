import ContentModel
import TextEncoding

/// A sheet of another site, as its catalogue tells of it.
struct ForeignSheet {
  let id: String
  let type: String
  let title: String
  let language: String
  /// The address of its page, as the catalogue writes it.
  let url: String
  /// The address of its source; nil when it is not published.
  let source: String?
  /// The file of its source below the content folder of its site.
  let file: String
  let licence: String?
  let authors: [String]
  let version: String?
  /// The SHA-256 digest of its source, in hexadecimal.
  let digest: String?
  /// The works that it builds on: title, author, source, licence, changes, picture.
  let credits: [[String: String]]
  /// The values of its fields, references as ids.
  let fields: [String: DataValue]

  /// Reads an entry; nil when it lacks what no entry may lack.
  init?(_ value: DataValue) {
    guard case .object(let members) = value, let id = members.text("id"),
      let title = members.text("title"), let url = members.text("url")
    else { return nil }
    self.id = id
    self.title = title
    self.url = url
    type = members.text("type") ?? ContentType.page.id
    language = members.text("lang") ?? ""
    source = members.text("source")
    file = members.text("file") ?? id + ".md"
    licence = members.text("licence")
    authors = members.list("authors").compactMap(\.plainText)
    digest = members.text("sha256")
    if case .object(let fields)? = members["fields"] { self.fields = fields } else { fields = [:] }
    version = members.text("version")
    credits = members.list("credits").compactMap { credit in
      guard case .object(let parts) = credit else { return nil }
      return parts.compactMapValues(\.plainText)
    }
  }
}

extension DataValue {
  /// A text that holds something.
  var plainText: String? {
    guard case .text(let text) = self, !text.trimmed.isEmpty else { return nil }
    return text
  }
}

extension [String: DataValue] {
  func text(_ key: String) -> String? { self[key]?.plainText }

  func list(_ key: String) -> [DataValue] {
    if case .list(let values)? = self[key] { values } else { [] }
  }
}
