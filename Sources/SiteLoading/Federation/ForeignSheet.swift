package import ContentModel
import TextEncoding

/// A sheet of another site, as its catalogue tells of it.
package struct ForeignSheet {
  package let id: String
  /// The id of the sheet that it translates; nil for an original.
  package let original: String?
  package let type: String
  package let title: String
  /// One sentence about it; may be empty.
  package let summary: String
  package let language: String
  /// The address of its page, as the catalogue writes it.
  package let url: String
  /// The address of its source; nil when it is not published.
  package let source: String?
  /// The file of its source below the content folder of its site.
  package let file: String
  package let licence: String?
  package let authors: [String]
  package let tags: [String]
  /// The address of the sheet that it is made from, and the digest of the source of that.
  package let origin: (url: String?, digest: String?)
  package let version: String?
  /// The SHA-256 digest of its source, in hexadecimal.
  package let digest: String?
  /// The works that it builds on: title, author, source, licence, changes, picture.
  package let credits: [[String: String]]
  /// The values of its fields, references as ids.
  package let fields: [String: DataValue]

  /// Reads an entry; nil when it lacks what no entry may lack.
  package init?(_ value: DataValue) {
    guard case .object(let members) = value, let id = members.text("id"),
      let title = members.text("title"), let url = members.text("url")
    else { return nil }
    self.id = id
    original = members.text("translation_of")
    self.title = title
    self.url = url
    summary = members.text("summary") ?? ""
    tags = members.list("tags").compactMap(\.plainText)
    if case .object(let origin)? = members["derived_from"] {
      self.origin = (origin.text("url"), origin.text("sha256"))
    } else {
      origin = (nil, nil)
    }
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
  package var plainText: String? {
    guard case .text(let text) = self, !text.trimmed.isEmpty else { return nil }
    return text
  }
}

extension [String: DataValue] {
  /// A text that holds something.
  package func text(_ key: String) -> String? { self[key]?.plainText }

  /// The elements of a list; none where there is something else.
  package func list(_ key: String) -> [DataValue] {
    if case .list(let values)? = self[key] { values } else { [] }
  }
}
