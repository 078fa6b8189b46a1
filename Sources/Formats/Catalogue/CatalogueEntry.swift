public import TextEncoding

/// A sheet as data: one entry of `commons.json`, and the `index.json` beside its page.
public struct CatalogueEntry: Sendable, Hashable {
  /// The identifier, unique on the site, as in `methodes/world-cafe`.
  public var id: String
  /// The identifier of the sheet that it translates, as in `methodes/world-cafe` for
  /// `br/methodes/world-cafe`.
  public var translationOf: String?
  /// The name of the content type.
  public var type: String
  /// The title, as plain text.
  public var title: String
  /// The summary, as plain text; may be empty.
  public var summary: String
  /// The page, as a path from the site's root, percent-encoded.
  public var path: String
  /// The sheet's published source in Markdown, as such a path, for the types that publish it.
  public var source: String?
  /// Whether the source lies beside the file that holds the entry, wherever the site is published.
  public var isSourceBeside = false
  /// The file of that source below the content folder of its site, when it is not the id and `.md`.
  public var file: String?
  /// The language (BCP 47).
  public var language: String
  /// The licence (SPDX identifier).
  public var licence: String?
  /// The names of the authors.
  public var authors: [String]
  /// The sheet of another site that it is made from.
  public var origin: Origin?
  /// The works that the sheet builds on.
  public var credits: [Credit]
  /// The tags, as people read them.
  public var tags: [String]
  /// Its version, as its writers count them.
  public var version: String?
  /// When the sheet was first published.
  public var published: Timestamp?
  /// When the sheet last changed.
  public var updated: Timestamp?
  /// The fields that its type declares, relations included.
  public var fields: [JSONMember]
  /// The SHA-256 digest of the sheet's source file, in hexadecimal.
  public var sha256: String

  /// Creates an entry of the catalogue.
  public init(
    id: String, translationOf: String? = nil, type: String, title: String, summary: String = "",
    path: String,
    source: String? = nil, file: String? = nil, language: String, licence: String? = nil,
    authors: [String] = [],
    origin: Origin? = nil, credits: [Credit] = [], tags: [String] = [], version: String? = nil,
    published: Timestamp? = nil,
    updated: Timestamp? = nil, fields: [JSONMember] = [], sha256: String
  ) {
    self.id = id
    self.translationOf = translationOf
    self.type = type
    self.title = title
    self.summary = summary
    self.path = path
    self.source = source
    self.file = file
    self.language = language
    self.licence = licence
    self.authors = authors
    self.origin = origin
    self.credits = credits
    self.tags = tags
    self.version = version
    self.published = published
    self.updated = updated
    self.fields = fields
    self.sha256 = sha256
  }

  /// Returns the sheet as a JSON object in UTF-8.
  ///
  /// `url` is absolute when the base URL is known; otherwise it is relative to the folder of the
  /// file that holds the object.
  ///
  /// - Parameter folder: That folder, from the site's root: empty for `commons.json`, the sheet's
  ///   own with a slash at its end for its `index.json`.
  public func encoded(
    baseURL: BaseURL?, folder: String = "", as layout: JSONLayout = .compact
  ) -> [UInt8] {
    var writer = JSONWriter(layout: layout, capacity: 1024)
    write(to: &writer, address: SiteAddress(baseURL: baseURL, folder: folder))
    return writer.finish()
  }

  func write(to writer: inout JSONWriter, address: SiteAddress) {
    writer.beginObject()
    writer.write("id", id)
    if let translationOf { writer.write("translation_of", translationOf) }
    writer.write("type", type)
    writer.write("title", title)
    writer.write("summary", summary)
    writer.write("url", address.reference(to: path))
    if let source {
      writer.write("source", isSourceBeside ? source : address.reference(to: source))
    }
    if let file { writer.write("file", file) }
    writer.write("lang", language)
    if let licence { writer.write("licence", licence) }
    write("authors", authors, to: &writer)
    if let origin {
      writer.writeKey("derived_from")
      origin.write(to: &writer)
    }
    writer.writeKey("credits")
    writer.beginArray()
    for credit in credits { credit.write(to: &writer) }
    writer.endArray()
    write("tags", tags, to: &writer)
    if let version { writer.write("version", version) }
    if let published { writer.write("published", published.shortest) }
    if let updated { writer.write("updated", updated.shortest) }
    writer.writeKey("fields")
    writer.beginObject()
    for field in fields { writer.write(field.key, field.value) }
    writer.endObject()
    writer.write("sha256", sha256)
    writer.endObject()
  }

  private func write(_ key: String, _ texts: [String], to writer: inout JSONWriter) {
    writer.writeKey(key)
    writer.beginArray()
    for text in texts { writer.write(text) }
    writer.endArray()
  }
}
